/// Counts the warnings of rows: each kind is shown once, however many rows have it.
struct WarningTally {
    private struct Kind: Hashable {
        let code: String
        let subject: String
    }

    private var counts: [Kind: Int] = [:]
    /// The first of each kind, in the order of the rows.
    private var firsts: [(kind: Kind, finding: Finding)] = []

    /// Notes a warning of a row.
    mutating func note(_ warning: RowProblem, file: String, line: Int, row: Int) {
        let kind = Kind(code: warning.code, subject: warning.subject)
        counts[kind, default: 0] += 1
        guard counts.count > firsts.count else { return }
        let finding = Finding(
            file: file, line: line, row: row, severity: .warning, code: warning.code, message: warning.message)
        firsts.append((kind, finding))
    }

    /// One finding a kind, with its count.
    var findings: [Finding] {
        firsts.map { kind, finding in
            guard let count = counts[kind], count > 1 else { return finding }
            var counted = finding
            counted.message += " This is the first of \(count) such rows."
            return counted
        }
    }
}
