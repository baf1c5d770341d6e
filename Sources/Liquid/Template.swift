/// A text with placeholders in the Liquid language (https://shopify.github.io/liquid/), compiled once and rendered
/// for every row.
///
/// Loops, lists and includes are left out, and names that come from a value (`{{ [name] }}`): which columns a template
/// reads is fixed when it is compiled. Cells are inserted verbatim: a cell that contains `{{` is not interpreted.
package struct Template: Sendable {
    private let nodes: [Node]
    private let sources: [Source]
    private let mode: Mode
    /// What a template comes to that is nothing but one cell, filtered or not, as most are: it needs no variables.
    private let only: (cell: Int, filters: [FilterCall])?

    /// Compiles `source`; its variables are the columns of `names`.
    ///
    /// Throws all mistakes found, in the order of the text.
    package init(parsing source: String, names: Names, mode: Mode = .strict) throws(Mistakes) {
        var parser = TemplateParser(source: source, scope: Scope(names: names, mode: mode))
        nodes = try parser.parse()
        sources = parser.scope.sources
        only = Template.only(nodes, sources)
        self.mode = mode
    }

    private static func only(_ nodes: [Node], _ sources: [Source]) -> (cell: Int, filters: [FilterCall])? {
        guard nodes.count == 1, case .output(let expression)? = nodes.first,
            expression.filters.allSatisfy(\.isConstant),
            case .register(let register) = expression.operand, case .cell(let slot) = sources[register]
        else { return nil }
        return (slot, expression.filters)
    }

    /// The columns the template reads, each once, ascending.
    package var slots: [Int] { sources.slots }

    /// The pieces that stand in the text whatever the row, in their order; between them something may stand or nothing.
    ///
    /// The first stands at the very beginning: it is empty where the text begins with something else.
    package var fixedTexts: [String] {
        var texts = [""]
        for node in nodes {
            if let text = node.fixedText { texts[texts.count - 1] += text } else { texts.append("") }
        }
        return texts.prefix(1) + texts.dropFirst().filter { !$0.isEmpty }
    }

    /// The text for one row.
    ///
    /// - Parameters:
    ///   - now: What `now` and `today` stand for.
    ///   - cells: The value of the column at a slot, `.null` for an empty cell.
    ///   - gaps: Gets the columns whose empty cells are written into a longer text, each once; behind the filter
    ///     `default` nothing is a gap.
    package func text(now: Now, gaps: inout [Int], cells: (Int) -> Value) throws(RenderError) -> String {
        if let only {
            var renderer = Renderer(registers: [], mode: mode, now: now.moment)
            return try Limit.checked(renderer.value(of: cells(only.cell), through: only.filters).text)
        }
        var output = ""
        var renderer = Renderer(registers: sources.values(now: now, cells: cells), mode: mode, now: now.moment)
        try renderer.render(nodes, into: &output)
        for register in renderer.gaps { if case .cell(let slot) = sources[register] { gaps.append(slot) } }
        return output
    }

    /// The text for one row, whose gaps do not matter.
    package func text(now: Now, cells: (Int) -> Value) throws(RenderError) -> String {
        var gaps: [Int] = []
        return try text(now: now, gaps: &gaps, cells: cells)
    }
}
