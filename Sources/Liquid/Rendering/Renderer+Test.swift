/// Conditions.
extension Renderer {
    /// Whether the test is true: the terms are joined from the right, and those that do not matter are not looked at.
    func holds(_ test: Test) throws(RenderError) -> Bool {
        for term in test.terms {
            let holds = try holds(term)
            switch term.connective {
            case .and: if !holds { return false }
            case .or: if holds { return true }
            case nil: return holds
            }
        }
        return true
    }

    /// Whether two operands compare so; in strict mode text that must be a number is read as one first.
    func holds(_ left: Operand, _ comparison: Comparison, _ right: Operand) throws(RenderError) -> Bool {
        let values = (value(of: left), value(of: right))
        guard mode == .strict, comparison != .contains else { return try comparison.holds(values.0, values.1) }
        switch values {
        case (.string(let text), let other) where other.isNumber && !left.isQuoted:
            return try comparison.holds(number(text, for: other), other)
        case (let other, .string(let text)) where other.isNumber && !right.isQuoted:
            return try comparison.holds(other, number(text, for: other))
        case (.string(let leftText), .string(let rightText))
        where comparison.isOrdering && !left.isQuoted && !right.isQuoted:
            guard let leftNumber = Value(number: leftText), let rightNumber = Value(number: rightText) else { break }
            return try comparison.holds(leftNumber, rightNumber)
        default:
            break
        }
        return try comparison.holds(values.0, values.1)
    }

    private func holds(_ term: Term) throws(RenderError) -> Bool {
        guard let comparison = term.comparison else { return value(of: term.left).isTruthy }
        return try holds(term.left, comparison, term.right)
    }

    private func number(_ text: String, for other: Value) throws(RenderError) -> Value {
        guard let number = Value(number: text) else { throw .notComparable(text, with: other.text) }
        return number
    }
}
