import Telnyx

/// Something wrong in an input, where it stands, and what to do.
///
/// Findings are collected and all shown.
package struct Finding: Sendable, Equatable {
    /// The file it is about, as the user named it.
    package var file: String
    /// From 1; nil where the whole file is meant.
    package var line: Int?
    /// From 1.
    package var column: Int?
    /// The row of the recipients file, from 1; nil for what is no row's.
    package var row: Int?
    /// Whether it stops anything.
    package var severity: Severity
    /// A word for machines.
    package var code: String
    /// What is wrong and what to do, in whole sentences.
    package var message: String
    /// The line of the file, to be shown with a caret below its column; nil where it is not at hand.
    package var excerpt: String?

    /// How bad it is: an error stops the run or the row, a warning nothing.
    package enum Severity: String, Sendable {
        case error, warning
    }

    /// A finding without a quote of its line.
    package init(
        file: String, line: Int? = nil, column: Int? = nil, row: Int? = nil, severity: Severity = .error,
        code: String, message: String, excerpt: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.row = row
        self.severity = severity
        self.code = code
        self.message = message
        self.excerpt = excerpt
    }

    /// What the result CSV says of it.
    var reason: Outcome.Reason { Outcome.Reason(code: code, sentence: message) }
}

extension Finding: CustomStringConvertible {
    /// `spring.yaml:12:15: error: …` with the line and a caret below it, `clients.csv:4: row 3: error: …`.
    package var description: String {
        let place = [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
        let row = row.map { " row \($0):" } ?? ""
        return "\(place):\(row) \(severity.rawValue): \(message)" + quotation
    }

    /// The part of the line around the column that fits a terminal, and the column in it.
    private var window: (excerpt: String, column: Int)? {
        guard let excerpt, let column else { return nil }
        let start = max(column - 80, 0)
        let part = excerpt.unicodeScalars.dropFirst(start).prefix(120)
        return (String(String.UnicodeScalarView(part)), column - start)
    }

    private var quotation: String {
        guard let (excerpt, column) = window else { return "" }
        // Tabs stay tabs, so that the caret stands right however wide they are.
        let indent = excerpt.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
        return "\n    \(excerpt)\n    \(indent)^"
    }
}

/// What stops a run before the first send: an input that is wrong as a whole, or cannot be read.
package enum InputError: Error, Equatable {
    /// The findings, at least one of them an error.
    case wrong([Finding])
    /// The system does not let it be read.
    case unreadable(file: String, cause: String)
}
