import WhatsApp

extension Finding {
    /// A finding of the shapes.
    init(_ finding: ShapeFinding, file: String) {
        self.init(
            file: file, line: finding.place.line, column: finding.place.column,
            severity: finding.isWarning ? .warning : .error, code: finding.problem.code.rawValue,
            message: finding.message)
    }
}

extension [ShapeFinding] {
    /// The same for people: every mistake, and each kind of warning once with its count.
    func findings(in file: String) -> [Finding] {
        var counts: [String: Int] = [:]
        for finding in self where finding.isWarning { counts[finding.kind, default: 0] += 1 }
        return compactMap { finding in
            guard finding.isWarning else { return Finding(finding, file: file) }
            guard let count = counts.removeValue(forKey: finding.kind) else { return nil }
            var first = Finding(finding, file: file)
            if count > 1 { first.message += " This is the first of \(count) such places." }
            return first
        }
    }
}

extension ShapeFinding {
    /// What it says, of which field, wherever in the message.
    fileprivate var kind: String { "\(Path(path.steps.suffix(1))) \(problem.predicate)" }
}
