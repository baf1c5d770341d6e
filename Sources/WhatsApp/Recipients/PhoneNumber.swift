/// A WhatsApp address in its canonical form: `+` and an E.164 number, or a business-scoped user id.
///
/// Equal people compare equal however their number was typed.
package struct PhoneNumber: Sendable, Hashable, CustomStringConvertible {
    /// What is sent: `+15005550123` or `US.13491208655302741918`.
    package let description: String
    /// The digits as a number, which has at most 15 of them; nil for a business-scoped user id.
    package let number: UInt64?

    /// Why a text is not an address.
    package struct Invalid: Error, Equatable {
        /// One or two sentences: what is wrong, and what to do.
        package let message: String
    }

    /// The fewest digits of a reachable number: a three-digit country code and four more.
    package static let leastDigits = 7
    /// The most digits of a number, country code included (E.164 §6.2.1).
    package static let mostDigits = 15
    /// The most characters behind the country code of a business-scoped user id (reference §1.0).
    package static let mostUserIDCharacters = 128

    /// Whether this is a business-scoped user id rather than a number.
    package var isUserID: Bool { number == nil }

    /// Parses what a spreadsheet or a person writes: spaces, hyphens, dots, parentheses, invisible marks and an
    /// apostrophe in front are dropped, and a leading `00` stands for `+`.
    ///
    /// A business-scoped user id is taken as it is.
    package init(_ text: String) throws(Invalid) {
        // Most lists are clean.
        if let number = PhoneNumber.canonical(text.utf8.span) {
            self.description = text
            self.number = number
            return
        }
        let trimmed = PhoneNumber.visible(text)
        guard !trimmed.isEmpty else { throw Invalid(message: "The number is missing.") }
        if PhoneNumber.looksLikeUserID(trimmed) {
            self.description = trimmed
            self.number = nil
            return
        }
        let digits = try PhoneNumber.digits(of: trimmed)
        try PhoneNumber.check(digits)
        self.description = "+" + digits
        self.number = UInt64(digits)
    }

    /// The text without the invisible marks that address books and chats copy along, such as those of direction, without
    /// the apostrophe that tells a spreadsheet that it is text, and without spaces at its ends.
    private static func visible(_ text: String) -> String {
        let marked = text.unicodeScalars.filter { $0.isASCII || $0.properties.generalCategory != .format }
        let visible = String(marked).trimmingSpaces
        return visible.utf8.first == UInt8(ascii: "'") ? String(visible.dropFirst()).trimmingSpaces : visible
    }

    private static func check(_ digits: String) throws(Invalid) {
        let count = digits.utf8.count
        guard digits.first != "0" else {
            throw Invalid(message: "No country code begins with 0. Write + and the country code first.")
        }
        guard count >= leastDigits else {
            throw Invalid(
                message: "The number has \(count.counted("digit")), too few for a number with its country code.")
        }
        guard count <= mostDigits else {
            throw Invalid(message: "The number has \(count.counted("digit")); at most \(mostDigits) are possible.")
        }
    }

    /// The digits of a text that is in the canonical form already.
    private static func canonical(_ text: Span<UInt8>) -> UInt64? {
        guard (leastDigits...mostDigits).contains(text.count - 1), text[0] == UInt8(ascii: "+"),
            text[1] != UInt8(ascii: "0")
        else { return nil }
        var number: UInt64 = 0
        for index in 1..<text.count {
            guard text[index].isDigit else { return nil }
            number = number * 10 + UInt64(text[index] - UInt8(ascii: "0"))
        }
        return number
    }

    /// The digits behind `+` or `00`, separators dropped.
    private static func digits(of text: String) throws(Invalid) -> String {
        // What a table of decimal numbers makes of a number: the zero would become a digit of it.
        guard !text.hasSuffix(".0") else { throw Invalid(message: spreadsheetForm) }
        guard !text.contains("(0)") else {
            throw Invalid(message: "The (0) is dialled only within the country. Leave it out.")
        }
        let kept = text.unicodeScalars.filter { !isSeparator($0) }
        let digits: Substring.UnicodeScalarView
        if kept.first == "+" {
            digits = kept.dropFirst()
        } else if kept.starts(with: "00".unicodeScalars) {
            digits = kept.dropFirst(2)
        } else {
            throw Invalid(message: withoutPlus(text))
        }
        guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else {
            throw Invalid(message: foreignCharacters(text))
        }
        return String(digits)
    }

    private static func withoutPlus(_ text: String) -> String {
        if isSpreadsheetNumber(text) { return spreadsheetForm }
        if text.unicodeScalars.contains(where: { !isSeparator($0) && !("0"..."9").contains($0) }) {
            return foreignCharacters(text)
        }
        return "The number does not begin with +. Write + and the country code first."
    }

    private static func foreignCharacters(_ text: String) -> String {
        isSpreadsheetNumber(text)
            ? spreadsheetForm
            : "A number has only digits behind its +; spaces, hyphens, dots and parentheses are allowed between them."
    }

    private static let spreadsheetForm = """
        A spreadsheet has rewritten the number, and digits may be lost. \
        Format the column as text and export the file again.
        """

    /// `5.2E+12`, `5,21555e12`: what a spreadsheet makes of a long number.
    private static func isSpreadsheetNumber(_ text: String) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        return parts[0].utf8.allSatisfy { $0.isDigit || $0 == 0x2E || $0 == 0x2C || $0 == 0x2B }
            && parts[1].utf8.allSatisfy { $0.isDigit || $0 == 0x2B }
    }

    /// Two capital letters, a dot, for companies `ENT.` (the derived schema of reference/telnyx-whatsapp-openapi.json),
    /// then letters and digits.
    private static func looksLikeUserID(_ text: String) -> Bool {
        let country = text.utf8.prefix(3)
        guard country.count == 3, country.last == 0x2E, country.dropLast().allSatisfy(\.isCapital) else { return false }
        var rest = text.utf8.dropFirst(3)
        if rest.starts(with: "ENT.".utf8) { rest = rest.dropFirst(4) }
        return (1...mostUserIDCharacters).contains(rest.prefix(mostUserIDCharacters + 1).count)
            && rest.allSatisfy(\.isLetterOrDigit)
    }

    /// What people put between digits: spaces (also the no-break ones), hyphens and dashes, dots and parentheses.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "-", ".", "(", ")": true
        case "\u{A0}", "\u{2009}", "\u{202F}", "\u{2010}"..."\u{2013}": true
        default: false
        }
    }
}

extension String {
    /// The text without spaces and tabs at its ends.
    package var trimmingSpaces: String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        guard let first = utf8.firstIndex(where: { !isSpace($0) }),
            let last = utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(self[first...last])
    }
}
