/// A value of the language.
package enum Value: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    /// The literal `blank`: equal to nil, false and text of nothing but white space.
    case blank
    /// The literal `empty`: equal to text of no characters.
    case empty

    /// The value of a cell of a table: nil when it is empty.
    package init(cell: String) {
        self = cell.isEmpty ? .null : .string(cell)
    }

    /// The text an output of this value appends; nothing for nil, `blank` and `empty`.
    package var text: String {
        switch self {
        case .null, .blank, .empty: ""
        case .bool(let bool): bool ? "true" : "false"
        case .int(let int): String(int)
        case .double(let double): double.liquidText
        case .string(let string): string
        }
    }

    /// The bytes of a text; what is no text is short.
    var byteCount: Int {
        if case .string(let text) = self { text.utf8.count } else { 0 }
    }

    /// Only nil and false are not true.
    var isTruthy: Bool {
        switch self {
        case .null, .bool(false): false
        default: true
        }
    }
}

extension Double {
    /// As Ruby writes it: `5.0`, `2.857142857142857`, `1.0e+20`.
    fileprivate var liquidText: String {
        let text = description
        guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
        return text[..<exponent] + ".0" + text[exponent...]
    }
}
