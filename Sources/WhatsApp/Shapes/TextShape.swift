/// What a text must be: its length in code points and its form.
///
/// Meta says "characters" and public code disagrees what that is (reference §1.0): code points count here,
/// never Swift's characters, which are fewer than what the service counts.
package struct TextShape: Sendable, Equatable {
    package let count: ClosedRange<Int>
    package let format: TextFormat

    package init(count: ClosedRange<Int>, format: TextFormat = .any) {
        self.count = count
        self.format = format
    }

    /// What is wrong with `text`, if anything.
    ///
    /// Linear in the text.
    package func problem(in text: String) -> Problem? {
        if count.lowerBound > 0, text.isBlank {
            return Problem(.missingValue, "is empty; a value is needed")
        }
        // A code point has at least one byte: most texts need no counting.
        if text.utf8.count > count.upperBound {
            let length = text.unicodeScalars.count
            if length > count.upperBound {
                return Problem(.tooLong, "has \(length) characters; at most \(count.upperBound) are allowed")
            }
        }
        return format.problem(in: text)
    }
}

/// The form of a text.
package enum TextFormat: Sendable, Equatable {
    case any
    case oneOf([String])
    /// A value for a placeholder of an approved template (reference §1.4).
    case templateValue
    /// An address that Meta's servers can fetch or open: `http` or `https` and a host.
    case url
    /// A template's name: lower case letters, digits, underscores (reference §1.4).
    case templateName
    /// `ll` or `ll_CC` (reference §1.4).
    case languageCode
    /// Letters and digits.
    case alphanumeric
    /// An ISO 4217 code: three capital letters.
    case currencyCode
    /// A decimal number between two bounds, written as text.
    case decimal(ClosedRange<Double>)

    func problem(in text: String) -> Problem? {
        switch self {
        case .any: nil
        case .oneOf(let words): oneOf(words, text)
        case .templateValue: templateValue(text)
        case .url: url(text)
        case .templateName: templateName(text)
        case .languageCode: languageCode(text)
        case .alphanumeric: alphanumeric(text)
        case .currencyCode: currencyCode(text)
        case .decimal(let range): decimal(range, text)
        }
    }

    private func oneOf(_ words: [String], _ text: String) -> Problem? {
        if words.contains(text) { return nil }
        let hint = Spelling.nearest(to: text, among: words).map { " Did you mean '\($0)'?" } ?? ""
        return Problem(.invalidValue, "is '\(text)'; it must be \(words.alternatives)", hint: hint)
    }

    private func templateValue(_ text: String) -> Problem? {
        var spaces = 0
        for byte in text.utf8 {
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

    private func url(_ text: String) -> Problem? {
        WebAddress.isValid(text)
            ? nil : Problem(.invalidURL, "is '\(text.shortened)', not an address of the form https://host/path")
    }

    private func templateName(_ text: String) -> Problem? {
        text.utf8.allSatisfy { $0.isLowercaseLetter || $0.isDigit || $0 == 0x5F }
            ? nil
            : Problem(
                .invalidValue, "is '\(text.shortened)'; a template's name has only lower case letters, digits and _")
    }

    private func languageCode(_ text: String) -> Problem? {
        let parts = text.utf8.split(separator: 0x5F, omittingEmptySubsequences: false)
        let isLanguage = (2...3).contains(parts[0].count) && parts[0].allSatisfy(\.isLowercaseLetter)
        let isRegion = parts.count == 1 || (parts.count == 2 && parts[1].count == 2 && parts[1].allSatisfy(\.isCapital))
        if isLanguage, isRegion { return nil }
        return Problem(.invalidValue, "is '\(text.shortened)'; a language code looks like 'en' or 'pt_BR'")
    }

    private func alphanumeric(_ text: String) -> Problem? {
        text.utf8.allSatisfy { $0.isLowercaseLetter || $0.isCapital || $0.isDigit }
            ? nil : Problem(.invalidValue, "is '\(text.shortened)'; only letters and digits are allowed")
    }

    private func currencyCode(_ text: String) -> Problem? {
        text.utf8.count == 3 && text.utf8.allSatisfy(\.isCapital)
            ? nil : Problem(.invalidValue, "is '\(text.shortened)'; a currency code looks like 'USD'")
    }

    private func decimal(_ range: ClosedRange<Double>, _ text: String) -> Problem? {
        guard let number = Double(text), number.isFinite else {
            return Problem(.notANumber, "is '\(text.shortened)', not a decimal number")
        }
        if range.contains(number) { return nil }
        return Problem(.outOfRange, "is \(text); it must be between \(range.lowerBound) and \(range.upperBound)")
    }
}
