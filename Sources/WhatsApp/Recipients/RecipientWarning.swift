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
        guard !isUserID else { return nil }
        let digits = description.utf8.dropFirst()
        let count = digits.count
        func begins(_ prefix: String) -> Bool { digits.starts(with: prefix.utf8) }
        if begins("1") { return AreaCode.isUnitedStates(digits) ? .unitedStates : nil }
        if begins("521") { return count == 13 ? .mexicanPrefix : nil }
        if begins("549") { return count == 13 ? .argentineWithNine : nil }
        if begins("54") { return count == 12 ? .argentineWithoutNine : nil }
        if begins("55") { return brazilian(digits) }
        return begins("53") || begins("98") || begins("850") || begins("963") ? .restrictedCountry : nil
    }

    /// Behind +55 and an area of two digits: nine digits that begin with 9, or eight that begin with 6 to 9 as mobile
    /// numbers did (those of landlines begin with 2 to 5).
    private func brazilian(_ digits: Substring.UTF8View) -> RecipientWarning? {
        guard let first = digits.dropFirst(4).first else { return nil }
        if digits.count == 13, first == UInt8(ascii: "9") { return .brazilianNineDigits }
        if digits.count == 12, first >= UInt8(ascii: "6") { return .brazilianEightDigits }
        return nil
    }
}
