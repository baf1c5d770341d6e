/// An operator between two values.
enum Comparison: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contains

    /// Whether the values must be put in order, not only told apart.
    var isOrdering: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .equal, .notEqual, .contains: false
        }
    }

    /// Whether `left` and `right` compare so.
    ///
    /// Nil, booleans, `blank` and `empty` have no order: every ordering with them is false.
    func holds(_ left: Value, _ right: Value) throws(RenderError) -> Bool {
        switch self {
        case .equal: left.equals(right)
        case .notEqual: !left.equals(right)
        case .contains: left.contains(right)
        case .less, .lessOrEqual, .greater, .greaterOrEqual: try holdsInOrder(left, right)
        }
    }

    private func holdsInOrder(_ left: Value, _ right: Value) throws(RenderError) -> Bool {
        switch (left, right) {
        case (.int(let left), .int(let right)): return orders(left, right)
        case (.string(let left), .string(let right)): return orders(left, right)
        case (.string(let text), .int), (.string(let text), .double): throw .notComparable(text, with: right.text)
        case (.int, .string(let text)), (.double, .string(let text)): throw .notComparable(text, with: left.text)
        default:
            guard let left = left.double, let right = right.double else { return false }
            return orders(left, right)
        }
    }

    private func orders<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) -> Bool {
        switch self {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .equal, .notEqual, .contains: false
        }
    }
}

extension Value {
    fileprivate var double: Double? {
        switch self {
        case .int(let int): Double(int)
        case .double(let double): double
        default: nil
        }
    }

    fileprivate func equals(_ other: Value) -> Bool {
        switch (self, other) {
        case (.blank, _): other.isBlank
        case (_, .blank): isBlank
        case (.empty, _): other == .string("")
        case (_, .empty): self == .string("")
        case (.int(let int), .double(let double)), (.double(let double), .int(let int)): Double(int) == double
        default: self == other
        }
    }

    private var isBlank: Bool {
        switch self {
        case .null, .bool(false): true
        case .string(let text): text.utf8.allSatisfy(\.isWhitespace)
        default: false
        }
    }

    fileprivate func contains(_ part: Value) -> Bool {
        guard case .string(let text) = self, part != .null else { return false }
        return ByteSearch.firstRange(of: Array(part.text.utf8), in: Array(text.utf8)) != nil
    }
}
