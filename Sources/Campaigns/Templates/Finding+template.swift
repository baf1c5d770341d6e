import WhatsApp

extension Finding {
    /// A finding of the shapes.
    init(_ finding: ShapeFinding, file: String) {
        self.init(
            file: file, line: finding.place.line, column: finding.place.column,
            severity: finding.isWarning ? .warning : .error, code: finding.problem.code.rawValue,
            message: finding.message)
    }

    /// The finding with its line of the file.
    func quoting(_ source: SourceText) -> Finding {
        var finding = self
        finding.excerpt = line.flatMap(source.line)
        return finding
    }
}
