/// One thing wrong with one value: a code, and a sentence's second half ("has 30 characters; …").
package struct Problem: Sendable, Equatable {
    /// What kind of problem, for machines.
    package let code: Code
    /// Follows the name of the value: `template.name is 'A b'; …`.
    package let predicate: String
    /// What to do, a sentence of its own with a leading space, or empty.
    package let hint: String

    /// A problem without a place: whoever finds it knows where.
    package init(_ code: Code, _ predicate: String, hint: String = "") {
        self.code = code
        self.predicate = predicate
        self.hint = hint
    }

    /// The sentence about the value that stands at `subject`.
    package func sentence(about subject: some CustomStringConvertible) -> String { "\(subject) \(predicate).\(hint)" }

    static func unknownWord(_ text: String, among words: [String], meant word: String?) -> Problem {
        Problem(
            .unknownWord, "is '\(text.shortened)'; it must be \(words.alternatives)",
            // Where there is only one, it is named already.
            hint: words.count == 1 ? "" : word.map { " Did you mean '\($0)'?" } ?? "")
    }

    /// The words of the result CSV's `message_error_code`, and those of warnings.
    package enum Code: String, Sendable {
        case missingValue = "missing_value"
        case tooLong = "too_long"
        case invalidValue = "invalid_value"
        case unknownWord = "unknown_word"
        case invalidNumber = "invalid_number"
        case invalidURL = "invalid_url"
        case lineBreak = "line_break"
        case tooManySpaces = "too_many_spaces"
        case notANumber = "not_a_number"
        case notABoolean = "not_a_boolean"
        case outOfRange = "out_of_range"
        case unknownField = "unknown_field"
        case missingField = "missing_field"
        case wrongKind = "wrong_kind"
        case wrongCount = "wrong_count"
        case duplicateField = "duplicate_field"
        case duplicateValue = "duplicate_value"
        case conflict = "conflict"
        case expired = "expired"
        // Warnings only.
        case notListed = "not_listed"
        case mayBeTooLong = "may_be_too_long"
        case fourSpaces = "four_spaces"
        case insecureLink = "insecure_link"
        case expiringLink = "expiring_link"
        case expiresSoon = "expires_soon"
        case unknownLanguage = "unknown_language"
        case doubtfulValue = "doubtful_value"
    }
}

/// A problem of a whole message: which value, where it stands, and whether it stops the message.
package struct ShapeFinding: Sendable, Equatable {
    /// What is wrong.
    package let problem: Problem
    /// With which value; for what is missing, where it is missing.
    package let path: Path
    /// Where that stands in the file.
    package let place: Place
    /// Whether the message can be sent all the same.
    package let isWarning: Bool

    /// The whole sentence.
    package var message: String { problem.sentence(about: path) }
}
