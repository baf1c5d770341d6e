/// Filters and their arguments.
extension ExpressionParser {
    mutating func parseFilterCall(in scope: inout Scope) throws(Mistake) -> FilterCall {
        let token = advance()
        guard case .identifier(let name) = token.kind else {
            throw Mistake(offset: token.offset, message: "Expected a filter instead of \(token.description).")
        }
        let filter = try Filter.named(name, at: token.offset)
        var (positional, option) = try parseArguments(of: filter, in: &scope)
        guard filter.arguments.contains(positional.count) else {
            throw Mistake(offset: token.offset, message: filter.expectation(given: positional.count))
        }
        if let option {
            if positional.isEmpty { positional.append(.constant(.null)) }
            positional.append(option)
        }
        return FilterCall(filter, positional.first, positional.dropFirst().first, scope.mode)
    }

    private mutating func parseArguments(
        of filter: Filter, in scope: inout Scope
    ) throws(Mistake) -> (positional: [Operand], option: Operand?) {
        var positional: [Operand] = []
        var option: Operand?
        guard skip(.colon) else {
            guard case .literal = current.kind else { return (positional, option) }
            throw Mistake(offset: current.offset, message: "A colon is missing behind '\(filter.name)'.")
        }
        repeat {
            if let name = skipOptionName() {
                guard name.text == filter.option else {
                    throw Mistake(offset: name.offset, message: "'\(filter.name)' has no option '\(name.text)'.")
                }
                option = try parseOperand(in: &scope)
            } else {
                positional.append(try parseOperand(in: &scope))
            }
        } while skip(.comma)
        return (positional, option)
    }

    /// Goes over `name:` if that is next.
    private mutating func skipOptionName() -> (text: String, offset: Int)? {
        let start = self
        let token = advance()
        guard case .identifier(let name) = token.kind, skip(.colon) else {
            self = start
            return nil
        }
        return (name, token.offset)
    }
}
