/// One thing wrong with one value: a code, and a sentence's second half ("has 30 characters; …").
package struct Problem: Sendable, Equatable {
    package let code: Code
    /// Follows the name of the value: `template.name is 'A b'; …`.
    package let predicate: String
    /// What to do, a sentence of its own with a leading space, or empty.
    package let hint: String

    package init(_ code: Code, _ predicate: String, hint: String = "") {
        self.code = code
        self.predicate = predicate
        self.hint = hint
    }

    /// The sentence about the value that stands at `path`.
    package func sentence(about path: String) -> String { "\(path) \(predicate).\(hint)" }

    /// The words of the result CSV's `message_error_code`.
    package enum Code: String, Sendable {
        case missingValue = "missing_value"
        case tooLong = "too_long"
        case invalidValue = "invalid_value"
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
        case conflict = "conflict"
        case notListed = "not_listed"
    }
}

/// A problem of a whole message: which value, where it stands, and whether it stops the message.
package struct ShapeFinding: Sendable, Equatable {
    package let problem: Problem
    /// Names from the root: `template.components[0].type`.
    package let path: String
    package let place: Place
    package let isWarning: Bool

    /// The whole sentence.
    package var message: String { problem.sentence(about: path) }
}
