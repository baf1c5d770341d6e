/// What a text had better be: not to follow it is a warning.
package enum Advice: Sendable, Equatable {
    /// At most so many code points.
    case length(Int, why: String)
    /// At most so many bytes of UTF-8.
    case bytes(Int, why: String)
    /// A word that is allowed and mostly wrong.
    case not(String, why: String)
    /// The only word that sources know.
    case usually(String)
    /// Fewer than four spaces in a row; whether four pass is not known (reference/whatsapp-rules.md §1.4).
    case fewSpaces
    case noEmoji(why: String)
    /// `https` rather than `http` (§1.2).
    case https
    /// A link that neither runs out nor is Meta's own (§1.2).
    case lastingLink
    /// A language of Meta's list (§1.5).
    case knownLanguage
    /// The end of an address rather than a whole one (§1.4).
    case suffix
    /// An ISO 3166 code of two letters (§1.1).
    case countryCode
    /// A file name with an extension (§1.2).
    case fileExtension
    /// A file name or an address that ends as files do that Meta supports (§1.2).
    case fileType(MediaType)
    /// A text with an address that can be previewed: one whose host has a name (§1.1).
    case previewable
    /// The name of a placeholder: lower case letters, digits and `_` (§1.4).
    case placeholderName
    /// Not a number: Meta's number of a template stands beside Telnyx's id of it (reference/telnyx-whatsapp.md §2.5).
    case telnyxID

    /// The warning for `text`, if it does not follow the advice.
    func problem(in text: String) -> Problem? {
        switch self {
        case .length(let most, let why): length(text, most, why)
        case .bytes(let most, let why):
            text.utf8.count > most ? Problem(.mayBeTooLong, "has \(text.utf8.count.counted("byte")); \(why)") : nil
        case .not(let word, let why): text == word ? Problem(.doubtfulValue, "is '\(word)'; \(why)") : nil
        case .usually(let word):
            text == word ? nil : Problem(.doubtfulValue, "is '\(text.shortened)'; sources know only '\(word)'")
        case .fewSpaces: text.hasFourSpaces ? Problem(.fourSpaces, "holds four spaces in a row; \(Advice.spaces)") : nil
        case .noEmoji(let why): text.hasEmoji ? Problem(.doubtfulValue, "holds an emoji; \(why)") : nil
        case .https: WebAddress.isInsecure(text) ? Problem(.insecureLink, "begins with http; better use https") : nil
        case .lastingLink: lastingLink(text)
        case .knownLanguage:
            Language.isKnown(text)
                ? nil : Problem(.unknownLanguage, "is '\(text.shortened)', which is not on Meta's list of languages")
        case .suffix: suffix(text)
        case .countryCode:
            text.isEmpty || (text.utf8.count == 2 && text.utf8.allSatisfy(\.isCapital))
                ? nil : Problem(.doubtfulValue, "is '\(text.shortened)'; a country code has two capital letters")
        case .fileExtension:
            text.contains(".") ? nil : Problem(.doubtfulValue, "has no extension, which chooses the icon")
        case .fileType(let type): fileType(text, type)
        case .previewable: preview(text)
        case .placeholderName:
            text.isLowercaseName
                ? nil
                : Problem(
                    .doubtfulValue,
                    "is '\(text.shortened)'; the names of placeholders have only lower case letters, digits and _")
        case .telnyxID:
            text.utf8.allSatisfy(\.isDigit)
                ? Problem(.doubtfulValue, "is a number, such as Meta's; Telnyx's own id of the template goes here")
                : nil
        }
    }

    private static let spaces = "more than four are refused, and sources disagree about four"

    private func length(_ text: String, _ most: Int, _ why: String) -> Problem? {
        guard text.utf8.count > most else { return nil }
        let length = text.unicodeScalars.count
        return length > most ? Problem(.mayBeTooLong, "has \(length.counted("character")); \(why)") : nil
    }

    /// Whatever has no extension may be anything.
    private func fileType(_ text: String, _ type: MediaType) -> Problem? {
        let bytes = text.utf8.span
        guard let range = WebAddress.fileExtension(in: bytes) else { return nil }
        let name = bytes.extracting(range)
        if type.extensions.contains(where: { $0.utf8CodeUnitCount == name.count && name.holds($0) }) { return nil }
        let ending = String(decoding: range.map { bytes[$0] }, as: UTF8.self).lowercased()
        return Problem(
            .doubtfulValue,
            "ends in .\(ending); \(type.rawValue) may be \(type.extensions.map(\.description).joined(separator: ", "))")
    }

    private func preview(_ text: String) -> Problem? {
        guard let address = WebAddress.first(in: text) else {
            return Problem(.doubtfulValue, "holds no address that begins with http, so there is no preview")
        }
        if WebAddress.hasHostName(address) { return nil }
        return Problem(
            .doubtfulValue, "has an address first whose host is no name such as example.com, so there is no preview")
    }

    private func suffix(_ text: String) -> Problem? {
        let bytes = text.utf8.span
        if bytes.holds("http") {
            return Problem(.doubtfulValue, "begins with http, but only what follows the button's own address goes here")
        }
        if bytes.allSatisfy(WebAddress.isPlain) { return nil }
        return Problem(.doubtfulValue, "holds characters that no address has; write | url_encode behind the value")
    }

    private func lastingLink(_ text: String) -> Problem? {
        if WebAddress.isSigned(text) {
            return Problem(.expiringLink, "is a signed link; it fails when the signature runs out")
        }
        if WebAddress.isMetaSample(text) {
            return Problem(.expiringLink, "is a link of Meta's own servers, which Meta refuses to fetch")
        }
        return nil
    }
}

extension String {
    fileprivate var hasFourSpaces: Bool {
        let bytes = utf8.span
        var spaces = 0
        for index in bytes.indices {
            spaces = bytes[index] == 0x20 ? spaces + 1 : 0
            if spaces == 4 { return true }
        }
        return false
    }
}
