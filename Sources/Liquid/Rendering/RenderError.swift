/// Why a text cannot be rendered for a row.
package enum RenderError: Error, Sendable, Equatable {
    case notANumber(String, filter: String)
    case notAWholeNumber(String, filter: String)
    case divisionByZero(String, filter: String)
    case numberTooLarge(String, filter: String)
    case notADate(String, filter: String)
    case unknownDateDirective(String, filter: String)
    case notDecodable(String, filter: String)
    /// Text that is no number, compared with something that is.
    case notComparable(String, with: String)
    case tooLong(limit: Int)
    /// The filters of one text handle more than so many bytes.
    case tooMuchWork(limit: Int)
}

extension RenderError: CustomStringConvertible {
    /// One sentence that names the filter and the value.
    package var description: String {
        switch self {
        case .notANumber(let value, let filter):
            "'\(filter)' needs a number instead of \(quoted(value))."
                + (value.contains(",") ? " Write digits, and a point for decimals." : "")
        case .notAWholeNumber(let value, let filter): "'\(filter)' needs a whole number instead of \(quoted(value))."
        case .divisionByZero(let value, let filter): "'\(filter)' cannot divide \(quoted(value)) by zero."
        case .numberTooLarge(let value, let filter): "The result of '\(filter)' for \(quoted(value)) is too large."
        case .notADate(let value, let filter):
            "'\(filter)' cannot read the date \(quoted(value)). Write it like 2026-12-31."
        case .unknownDateDirective(let value, let filter): "'\(filter)' does not know the directive \(quoted(value))."
        case .notDecodable(let value, let filter): "'\(filter)' cannot decode \(quoted(value))."
        case .notComparable(let value, let other): "\(quoted(value)) cannot be compared with \(quoted(other))."
        case .tooLong(let limit): "The text is longer than \(limit) bytes."
        case .tooMuchWork(let limit): "The filters of the text handle more than \(limit) bytes."
        }
    }

    /// The start of a value is enough to find it again.
    private func quoted(_ value: String) -> String {
        if value.isEmpty { return "an empty value" }
        // One line, whatever the value is.
        let line = String(value.prefix(41).map { $0.isNewline ? " " : $0 })
        return line.count > 40 ? "'\(line.prefix(40))…'" : "'\(line)'"
    }
}
