/// Conditions of `if`, `unless` and `elsif`, values of `when`.
extension ExpressionParser {
    /// Terms joined by `and` and `or`, to the end.
    mutating func parseTest(in scope: inout Scope) throws(Mistake) -> Test {
        guard current.kind != .end else {
            throw Mistake(offset: current.offset, message: "A condition is missing.")
        }
        var terms: [Term] = []
        repeat {
            terms.append(try parseTerm(in: &scope))
        } while terms.last?.connective != nil
        try expectEnd()
        return Test(terms: terms)
    }

    /// Values that may equal `subject`, separated by commas or `or`, to the end.
    mutating func parseAlternatives(to subject: Operand, in scope: inout Scope) throws(Mistake) -> [Operand] {
        var values: [Operand] = []
        repeat {
            let offset = current.offset
            let value = try parseOperand(in: &scope)
            try Comparison.equal.check(subject, value, in: scope, at: offset)
            values.append(value)
        } while skip(.comma) || skip(Term.Connective.or.rawValue)
        try expectEnd()
        return values
    }

    private mutating func parseTerm(in scope: inout Scope) throws(Mistake) -> Term {
        let left = try parseOperand(in: &scope)
        var comparison: Comparison?
        var right = Operand.constant(.null)
        if case .comparison(let found) = current.kind {
            let offset = advance().offset
            comparison = found
            right = try parseOperand(in: &scope)
            try found.check(left, right, in: scope, at: offset)
        }
        if current.kind == .symbol(.pipe) {
            throw Mistake(
                offset: current.offset, message: "Filters are not available in conditions. Assign the value first.")
        }
        let connective: Term.Connective? = skip("and") ? .and : skip("or") ? .or : nil
        return Term(left: left, comparison: comparison, right: right, connective: connective)
    }
}
