/// What deserves a look about a recipient's number, found without a network (reference/whatsapp-rules.md §6).
package enum RecipientWarning: String, Sendable, CaseIterable {
    case unitedStates = "united_states"
    case mexicanPrefix = "mexican_prefix"
    case argentineWithNine = "argentine_with_9"
    case argentineWithoutNine = "argentine_without_9"
    case brazilianNineDigits = "brazilian_nine_digits"
    case brazilianEightDigits = "brazilian_eight_digits"
    case restrictedCountry = "restricted_country"

    /// For machines: `united_states`.
    package var code: String { rawValue }

    /// One sentence for people, about any number of recipients.
    package var sentence: String {
        switch self {
        case .unitedStates: "Marketing templates are not delivered to numbers of the United States."
        case .mexicanPrefix: "A Mexican number is known to WhatsApp as +521 and ten digits or as +52 and ten digits."
        case .argentineWithNine: "An Argentine mobile number may be known to WhatsApp without the 9 behind +54."
        case .argentineWithoutNine: "An Argentine mobile number may be known to WhatsApp with a 9 behind +54."
        case .brazilianNineDigits: "A Brazilian mobile number may be known to WhatsApp without its ninth digit."
        case .brazilianEightDigits:
            "A Brazilian mobile number may be known to WhatsApp with a 9 before its eight digits."
        case .restrictedCountry: "Users in Cuba, Iran, North Korea and Syria cannot receive messages."
        }
    }
}

extension PhoneNumber {
    /// What deserves a look about the number; nil for a business-scoped user id.
    ///
    /// Constant time.
    package var warning: RecipientWarning? {
        guard let number else { return nil }
        let count = description.utf8.count - 1
        switch number.leading(3, of: count) {
        case 100...199: return AreaCode.isUnitedStates(number) ? .unitedStates : nil
        case 521: return count == 13 ? .mexicanPrefix : nil
        case 549: return count == 13 ? .argentineWithNine : nil
        case 540...548: return count == 12 ? .argentineWithoutNine : nil
        case 550...559: return brazilian(number.leading(5, of: count) % 10, count)
        case 530...539, 980...989, 850, 963: return .restrictedCountry
        default: return nil
        }
    }

    /// Behind +55 and an area of two digits: nine digits that begin with 9, or eight that begin with 6 to 9 as mobile
    /// numbers did (those of landlines begin with 2 to 5).
    private func brazilian(_ first: UInt64, _ count: Int) -> RecipientWarning? {
        if count == 13, first == 9 { return .brazilianNineDigits }
        if count == 12, first >= 6 { return .brazilianEightDigits }
        return nil
    }
}

extension UInt64 {
    /// The first `wanted` of `count` decimal digits.
    fileprivate func leading(_ wanted: Int, of count: Int) -> UInt64 {
        var rest = self
        for _ in wanted..<count { rest /= 10 }
        return rest
    }
}
