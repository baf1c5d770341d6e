/// Compiles a template; goes on after a mistake with the next tag, so that all are found.
struct TemplateParser {
    var scope: Scope
    private var scanner: MarkupScanner
    private var mistakes: [Mistake] = []
    /// For each open block the tags that end its current part.
    private var openBlocks: [Set<String>] = []
    /// A tag read inside a block that was never closed: it belongs to a block around that.
    private var pendingEnd: Tag?
    /// Whether the rest was not read, so that nobody knows what closes the blocks.
    private var isCutShort = false

    init(source: String, scope: Scope) {
        scanner = MarkupScanner(source)
        self.scope = scope
    }

    mutating func parse() throws(Mistakes) -> [Node] {
        let nodes = parseNodes().nodes
        guard mistakes.isEmpty else { throw Mistakes(mistakes.sorted { $0.offset < $1.offset }) }
        return nodes
    }

    /// Everything up to a tag that ends the current part of an open block, or to the end.
    mutating func parseNodes() -> (nodes: [Node], end: Tag?) {
        var nodes: [Node] = []
        while true {
            if let end = pendingEnd { return (nodes, end) }
            do {
                guard let markup = try scanner.next() else { return (nodes, nil) }
                switch markup {
                case .text(let range): nodes.append(.text(text(range)))
                case .output(let range): nodes += try parseOutput(range)
                case .tag(let tag) where openBlocks.contains { $0.contains(tag.name) }: return (nodes, tag)
                case .tag(let tag): nodes += try parse(tag)
                }
            } catch {
                mistakes.append(error)
            }
        }
    }

    /// One part of a block: what is between its tags, and the tag that ends the part.
    ///
    /// The end is nil when the block is not closed; that has been noted then.
    mutating func parsePart(of block: Tag, endingWith ends: Set<String>) -> (body: Body, end: Tag?) {
        openBlocks.append(ends)
        let (nodes, end) = parseNodes()
        openBlocks.removeLast()
        pendingEnd = nil
        if let end, ends.contains(end.name) { return (Body(nodes), end) }
        pendingEnd = end
        if !isCutShort { note(unclosed(block)) }
        return (Body(nodes), nil)
    }

    /// Stops when blocks are nested so deep that the stack is in danger.
    mutating func checkNesting(of block: Tag) throws(Mistake) {
        guard openBlocks.count >= Limit.nesting else { return }
        scanner.stop()
        isCutShort = true
        throw Mistake(offset: block.offset, message: "Blocks are nested more than \(Limit.nesting) deep.")
    }

    mutating func note(_ mistake: Mistake) {
        mistakes.append(mistake)
    }

    func unclosed(_ block: Tag) -> Mistake {
        Mistake(offset: block.offset, message: "'\(block.name)' is not closed by 'end\(block.name)'.")
    }

    func expressionParser(for range: Range<Int>) throws(Mistake) -> ExpressionParser {
        ExpressionParser(tokens: try Lexer.tokens(of: scanner.bytes, in: range))
    }

    /// An output without anything in it shows nothing; in a campaign it was forgotten.
    mutating func parseOutput(_ range: Range<Int>) throws(Mistake) -> [Node] {
        var parser = try expressionParser(for: range)
        let offset = parser.current.offset
        if let expression = try parser.parseExpression(in: &scope) {
            if scope.mode == .strict, expression.isPosition {
                throw Mistake(
                    offset: offset,
                    message: "This would show the number itself to everybody. Write the name of a column instead.")
            }
            return [.output(expression)]
        }
        guard scope.mode == .lenient else {
            throw Mistake(offset: offset, message: "There is nothing to show here.")
        }
        return []
    }

    mutating func parseRaw(_ tag: Tag) throws(Mistake) -> [Node] {
        guard let range = scanner.scanRaw() else { throw unclosed(tag) }
        return [.output(Expression(operand: .constant(.string(text(range))), filters: []))]
    }

    mutating func skipComment(_ tag: Tag) throws(Mistake) -> [Node] {
        guard scanner.skipComment() else { throw unclosed(tag) }
        return []
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: scanner.bytes[range], as: UTF8.self)
    }
}
