/// Compiles the tokens of one output or tag.
struct ExpressionParser {
    private let tokens: [Token]
    private var position = 0

    init(tokens: [Token]) {
        self.tokens = tokens
    }

    /// The token to be read next.
    var current: Token { tokens[position] }

    /// A value with its filters, to the end; nil when there is nothing at all.
    mutating func parseExpression(in scope: inout Scope) throws(Mistake) -> Expression? {
        guard current.kind != .end else { return nil }
        let operand = try parseOperand(in: &scope)
        var filters: [FilterCall] = []
        var foreseen = scope.foreseen(operand)
        while skip(.pipe) {
            let offset = current.offset
            let call = try parseFilterCall(in: &scope)
            foreseen = try call.foreseen(of: foreseen, in: scope, at: offset)
            filters.append(call)
        }
        try expectEnd()
        return Expression(operand: operand, filters: filters)
    }

    /// A literal, a variable or a column.
    mutating func parseOperand(in scope: inout Scope) throws(Mistake) -> Operand {
        let token = advance()
        switch token.kind {
        case .literal(let value):
            return .constant(value)
        case .identifier(let name):
            if let literal = Self.literals[name] {
                try scope.checkIsNoColumn(name, at: token.offset)
                return .constant(literal)
            }
            return try parsePath(name, at: token.offset, in: &scope)
        case .symbol(.openBracket):
            let isQuoted = if case .literal(.string) = current.kind { true } else { false }
            throw Mistake(offset: token.offset, message: isQuoted ? Self.columns : Self.fixedNames)
        default:
            throw Mistake(offset: token.offset, message: "Expected a value instead of \(token.description).")
        }
    }

    mutating func advance() -> Token {
        defer { position = min(position + 1, tokens.count - 1) }
        return current
    }

    /// Goes over `symbol` if it is next.
    mutating func skip(_ symbol: Token.Symbol) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        position += 1
        return true
    }

    /// Goes over the word if it is next.
    mutating func skip(_ word: String) -> Bool {
        guard current.kind == .identifier(word) else { return false }
        position += 1
        return true
    }

    func expectEnd() throws(Mistake) {
        guard current.kind != .end else { return }
        let advice = current.kind == .symbol(.assign) ? " Equality is written '=='." : ""
        throw Mistake(offset: current.offset, message: "Unexpected \(current.description).\(advice)")
    }

    private static let fixedNames =
        "Names are fixed when the template is compiled, so that none can come from a value. "
        + columns
    static let columns = "A column is written row['First Name']."

    /// The words that stand for a value.
    static var words: [String] { Array(literals.keys) }

    private static let literals: [String: Value] = [
        "nil": .null, "null": .null, "true": .bool(true), "false": .bool(false), "blank": .blank, "empty": .empty,
    ]
}

/// Variables, columns and their properties.
extension ExpressionParser {
    private mutating func parsePath(_ name: String, at offset: Int, in scope: inout Scope) throws(Mistake) -> Operand {
        let property = try parseProperty()
        if name == "row", let (header, offset) = property {
            return try parseProperties(of: try scope.readColumn(header, at: offset), try parseProperty(), in: scope)
        }
        return try parseProperties(of: try scope.read(name, at: offset), property, in: scope)
    }

    /// The name behind a dot or in brackets, if there is one.
    private mutating func parseProperty() throws(Mistake) -> (name: String, offset: Int)? {
        if skip(.dot) {
            let token = advance()
            guard case .identifier(let name) = token.kind else {
                throw Mistake(offset: token.offset, message: "Expected a name instead of \(token.description).")
            }
            return (name, token.offset)
        }
        guard skip(.openBracket) else { return nil }
        let token = advance()
        guard case .literal(.string(let name)) = token.kind else {
            throw Mistake(offset: token.offset, message: Self.fixedNames)
        }
        guard skip(.closeBracket) else {
            throw Mistake(offset: current.offset, message: "Expected ']' instead of \(current.description).")
        }
        return (name, token.offset)
    }

    private mutating func parseProperties(
        of operand: Operand, _ property: (name: String, offset: Int)?, in scope: Scope
    ) throws(Mistake) -> Operand {
        guard let property else { return operand }
        if property.name == "size", case .register(let register) = operand { return .size(register: register) }
        guard scope.mode == .lenient else {
            throw Mistake(
                offset: property.offset,
                message:
                    "Values have no property '\(property.name)'. Columns are written \(Names.reference(to: property.name))."
            )
        }
        while try parseProperty() != nil {}
        return .constant(.null)
    }
}
