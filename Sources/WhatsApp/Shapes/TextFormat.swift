/// The form of a text.
package enum TextFormat: Sendable, Equatable {
    case any
    case oneOf([String])
    /// A value for a placeholder of an approved template: neither line breaks nor tabs nor five spaces in a row
    /// (reference/whatsapp-rules.md §1.4).
    case templateValue
    /// An address that Meta's servers can fetch or open: `http` or `https` and a host (§1.2, §1.3).
    case url
    /// The same with a host that has a name: a button leads to no number (§1.3).
    case namedURL
    /// Without the marks that WhatsApp shows as bold, italics, struck through or code (§1.3).
    case plain
    /// A template's name: lower case letters, digits, underscores (§1.4).
    case templateName
    /// `ll` or `ll_CC` (§1.4).
    case languageCode
    /// Letters and digits.
    case alphanumeric
    case digits
    /// An ISO 4217 code: three capital letters.
    case currencyCode
    /// A decimal number between two bounds, written as text.
    case decimal(ClosedRange<Double>)
    /// `YYYY-MM-DD` (§1.1).
    case date
    /// No space at either end (§1.3).
    case trimmed
    case withoutEmoji
    /// At most so many line breaks.
    case lineBreaks(Int)
    /// `+` and an E.164 number, nothing between the digits.
    case phoneNumber
    /// The same, or a business-scoped user id (§1.0).
    case recipient
    case uuid

    func problem(in text: String) -> Problem? {
        switch self {
        case .any: nil
        case .oneOf(let words): oneOf(words, text)
        case .templateValue: templateValue(text)
        case .url: WebAddress.isValid(text) ? nil : noAddress(text)
        case .namedURL: TextFormat.url.problem(in: text) ?? withoutName(text)
        case .decimal(let range): decimal(range, text)
        case .date: isDate(text) ? nil : invalid(text, "a date looks like '1990-04-17'")
        case .phoneNumber, .recipient: number(text)
        case .lineBreaks(let most):
            text.unicodeScalars.count { $0 == "\n" } <= most
                ? nil : Problem(.lineBreak, "has more than \(most) line breaks")
        default: accepts(text) ? nil : invalid(text, rule)
        }
    }

    /// What is wrong with every text that these pieces stand in, if anything: it begins with the first, and what they
    /// hold, it holds.
    func problem(inAnyWith pieces: [String]) -> Problem? {
        switch self {
        case .templateValue: pieces.lazy.compactMap(templateValue).first
        case .lineBreaks: problem(in: pieces.joined())
        case .templateName, .alphanumeric, .digits, .withoutEmoji:
            pieces.first { !accepts($0) }.map { Problem(.invalidValue, "holds '\($0.shortened)'; \(rule)") }
        case .decimal:
            pieces.first { !$0.utf8.allSatisfy(\.isOfDecimal) }
                .map { Problem(.notANumber, "holds '\($0.shortened)'; a decimal number is needed") }
        case .url, .namedURL: address(pieces)
        default: nil
        }
    }

    private func address(_ pieces: [String]) -> Problem? {
        if let start = pieces.first, !WebAddress.canBegin(with: start) {
            return Problem(.invalidURL, "begins with '\(start.shortened)', not with http:// or https://")
        }
        return pieces.first { !WebAddress.canHold($0) }.map {
            Problem(.invalidURL, "holds '\($0.shortened)'; spaces, quotes and brackets cannot stand in an address")
        }
    }

    /// The forms that are decided by looking at each character.
    private func accepts(_ text: String) -> Bool {
        switch self {
        case .templateName: text.isLowercaseName
        case .languageCode: isLanguage(text)
        case .alphanumeric: text.utf8.allSatisfy(\.isLetterOrDigit)
        case .digits: text.utf8.allSatisfy(\.isDigit)
        case .currencyCode: text.utf8.count == 3 && text.utf8.allSatisfy(\.isCapital)
        case .trimmed:
            text.unicodeScalars.first?.properties.isWhitespace == false
                && text.unicodeScalars.last?.properties.isWhitespace == false
        case .withoutEmoji: !text.hasEmoji
        case .plain: !text.hasMarkdown
        case .uuid: isUUID(text)
        default: true
        }
    }

    private var rule: String {
        switch self {
        case .templateName: "a template's name has only lower case letters, digits and _"
        case .languageCode: "a language code looks like 'en' or 'pt_BR'"
        case .alphanumeric: "only letters and digits are allowed"
        case .digits: "only digits are allowed"
        case .currencyCode: "a currency code looks like 'USD'"
        case .trimmed: "no space may stand at its ends"
        case .withoutEmoji: "no emoji is allowed"
        case .plain: "marks such as *bold* are not allowed here"
        case .uuid: "it looks like '5f1b7c1e-2a0d-4c7b-9a35-0c8a1f6d2e90'"
        default: ""
        }
    }

    private func invalid(_ text: String, _ rule: String) -> Problem {
        Problem(.invalidValue, "is '\(text.shortened)'; \(rule)")
    }

    private func oneOf(_ words: [String], _ text: String) -> Problem? {
        words.contains(text)
            ? nil : .unknownWord(text, among: words, meant: Spelling.nearest(to: text, among: words))
    }

    private func noAddress(_ text: String) -> Problem {
        if let foreign = WebAddress.foreign(in: text) {
            return Problem(.invalidURL, "is '\(text.shortened)'; \(foreign) cannot stand in an address")
        }
        return Problem(.invalidURL, "is '\(text.shortened)', not an address of the form https://host/path")
    }

    private func withoutName(_ address: String) -> Problem? {
        WebAddress.hasHostName(address[...])
            ? nil : Problem(.invalidURL, "is '\(address.shortened)'; a host with a name is needed, such as example.com")
    }

    private func templateValue(_ text: String) -> Problem? {
        let bytes = text.utf8.span
        var spaces = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D || byte == 0x09 {
                return Problem(.lineBreak, "holds a line break or a tab, which WhatsApp refuses in a template value")
            }
            spaces = byte == 0x20 ? spaces + 1 : 0
            if spaces == 5 {
                return Problem(.tooManySpaces, "holds five spaces in a row; WhatsApp refuses more than four")
            }
        }
        return nil
    }

    private func decimal(_ range: ClosedRange<Double>, _ text: String) -> Problem? {
        let digits = text.utf8.first == 0x2B || text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
        let parts = digits.split(separator: 0x2E, omittingEmptySubsequences: false)
        let isDecimal = parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
        guard isDecimal, let number = Double(text) else {
            return Problem(.notANumber, "is '\(text.shortened)', not a decimal number")
        }
        if range.contains(number) { return nil }
        return Problem(
            .outOfRange, "is \(text.shortened); it must be from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
    }

    private func number(_ text: String) -> Problem? {
        let number = try? PhoneNumber(text)
        let isFit = number?.description == text && (self == .recipient || number?.isUserID == false)
        return isFit ? nil : Problem(.invalidNumber, "is '\(text.shortened)', not a number of the form +15005550123")
    }

    private func isLanguage(_ text: String) -> Bool {
        let language = text.utf8.prefix { $0 != 0x5F }
        let region = text.utf8.dropFirst(language.count)
        return (2...3).contains(language.count) && language.allSatisfy(\.isLowercaseLetter)
            && (region.isEmpty || (region.count == 3 && region.dropFirst().allSatisfy(\.isCapital)))
    }

    private func isDate(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isDigit) }),
            let year = Int(Substring(parts[0])), let month = Int(Substring(parts[1])),
            let day = Int(Substring(parts[2]))
        else { return false }
        let isLeapYear = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...12).contains(month) && (1...days[month - 1]).contains(day)
    }

    private func isUUID(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12]
            && parts.allSatisfy { $0.allSatisfy { $0.isDigit || (0x61...0x66).contains($0 | 0x20) } }
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isLowercaseLetter: Bool { (0x61...0x7A).contains(self) }
    var isCapital: Bool { (0x41...0x5A).contains(self) }
    /// Whether this stands in decimal numbers: a digit, a sign or the point.
    fileprivate var isOfDecimal: Bool { isDigit || self == 0x2B || self == 0x2D || self == 0x2E }
    var isLetterOrDigit: Bool { isDigit || isLowercaseLetter || isCapital }
}

extension String {
    /// Whether a character is shown as an emoji: those that are by themselves, and those that a selector makes so.
    var hasEmoji: Bool {
        unicodeScalars.contains { $0.properties.isEmojiPresentation || $0 == "\u{FE0F}" || $0 == "\u{20E3}" }
    }
    /// Whether a part stands between two marks as WhatsApp's formatting has them: outside of words, neither space nor
    /// another such mark inside.
    var hasMarkdown: Bool {
        let bytes = Array(utf8)
        // Letters of other scripts are letters too; their other characters are not worth telling apart.
        let isOutside = { (index: Int) in
            !bytes.indices.contains(index) || !(bytes[index].isLetterOrDigit || bytes[index] >= 0x80)
        }
        return [UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`")].contains { mark in
            let isInk = { (index: Int) in
                bytes.indices.contains(index) && bytes[index] > 0x20 && bytes[index] != mark
            }
            let marks = bytes.indices.filter { bytes[$0] == mark }
            guard let opening = marks.first(where: { isOutside($0 - 1) && isInk($0 + 1) }) else { return false }
            return marks.contains { $0 > opening + 1 && isInk($0 - 1) && isOutside($0 + 1) }
        }
    }
    /// Whether there are only lower case letters, digits and `_`.
    var isLowercaseName: Bool { utf8.allSatisfy { $0.isLowercaseLetter || $0.isDigit || $0 == 0x5F } }
}
