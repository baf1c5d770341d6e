/// A bare condition such as `total > 10 and city contains "York"`, compiled once and decided for every row.
package struct Condition: Sendable {
    private let test: Test
    private let sources: [Source]
    private let mode: Mode

    /// Compiles `source`, which has no braces; its variables are the columns of `names`.
    package init(parsing source: String, names: Names, mode: Mode = .strict) throws(Mistakes) {
        var scope = Scope(names: names, mode: mode)
        do {
            let bytes = Array(source.utf8)
            var parser = ExpressionParser(tokens: try Lexer.tokens(of: bytes, in: bytes.indices))
            test = try parser.parseTest(in: &scope)
        } catch {
            throw Mistakes([error])
        }
        sources = scope.sources
        self.mode = mode
    }

    /// The columns the condition reads, each once, ascending.
    package var slots: [Int] { sources.slots }

    /// Whether the condition holds for one row; nil and false do not hold, every other value does.
    ///
    /// - Parameters:
    ///   - now: What `now` and `today` stand for.
    ///   - cells: The value of the column at a slot, `.null` for an empty cell. Called once for each of `slots`.
    package func holds(now: Now, cells: (Int) -> Value) throws(RenderError) -> Bool {
        try Renderer(registers: sources.values(now: now, cells: cells), mode: mode, now: now.moment).holds(test)
    }
}
