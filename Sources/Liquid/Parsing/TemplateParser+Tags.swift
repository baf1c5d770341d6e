/// Tags.
extension TemplateParser {
    mutating func parse(_ tag: Tag) throws(Mistake) -> [Node] {
        switch tag.name {
        case "if": try parseChoice(tag)
        case "unless": try parseChoice(tag)
        case "case": try parseCase(tag)
        case "assign": try parseAssign(tag)
        case "capture": try parseCapture(tag)
        case "echo": try parseOutput(tag.arguments)
        case "raw": try parseRaw(tag)
        case "comment": try skipComment(tag)
        case "#": []
        default: throw Self.unavailable(tag)
        }
    }

    private mutating func parseAssign(_ tag: Tag) throws(Mistake) -> [Node] {
        var parser = try expressionParser(for: tag.arguments)
        let name = try parseTarget(from: &parser)
        guard parser.skip(.assign) else {
            throw Mistake(
                offset: parser.current.offset, message: "Expected '=' instead of \(parser.current.description).")
        }
        // A mistake in the value is not followed by one wherever the variable is used.
        defer { _ = scope.assign(name) }
        let offset = parser.current.offset
        guard let expression = try parser.parseExpression(in: &scope) else {
            throw Mistake(offset: offset, message: "A value to assign to '\(name)' is missing.")
        }
        return [.assign(register: scope.assign(name), expression)]
    }

    private mutating func parseCapture(_ tag: Tag) throws(Mistake) -> [Node] {
        try checkNesting(of: tag)
        let target = noting { (parser) throws(Mistake) in try parser.parseTarget(of: tag) }
        let body = parsePart(of: tag, endingWith: ["endcapture"]).body
        return target.map { [.capture(register: scope.assign($0), body)] } ?? []
    }

    private func parseTarget(of tag: Tag) throws(Mistake) -> String {
        var parser = try expressionParser(for: tag.arguments)
        let name = try parseTarget(from: &parser)
        try parser.expectEnd()
        return name
    }

    /// The variable that `assign` and `capture` set; the reference implementation takes numbers and quoted names too.
    private func parseTarget(from parser: inout ExpressionParser) throws(Mistake) -> String {
        let token = parser.advance()
        switch token.kind {
        case .identifier(let name): return name
        case .literal(let value) where scope.mode == .lenient: return value.text
        default:
            throw Mistake(
                offset: token.offset, message: "Expected the name of a variable instead of \(token.description).")
        }
    }
}
