import Telnyx
import WhatsApp

/// Turns rendered rows, in the order of the file, into rows of the outbox: what is sent, and why the rest is not.
struct RowPreparer {
    /// The recipients file's name, for findings.
    let file: String
    private var recipients = RecipientIndex()
    /// How many rows there were so far.
    private(set) var rows = 0
    /// What deserves a look in the rows so far.
    private(set) var warnings = WarningTally()

    init(file: String) {
        self.file = file
    }

    /// The next rows, and what is wrong with them.
    mutating func prepare(_ rendered: RenderedBatch) -> PreparedBatch {
        var batch = PreparedBatch(bodies: rendered.bodies)
        batch.rows.reserveCapacity(rendered.rows.count)
        for row in rendered.rows {
            rows += 1
            let (status, reason) = judge(row, &batch.findings)
            batch.rows.append(
                PreparedRow(
                    row: rows, line: row.line, cells: rendered.cells[row.cells],
                    recipient: row.recipient?.description ?? "",
                    body: rendered.bodies[status == .pending ? row.body : 0..<0], status: status, reason: reason))
        }
        return batch
    }

    /// Whether the row is sent, and why not.
    private mutating func judge(_ row: RenderedRow, _ findings: inout [Finding]) -> (Status, Outcome.Reason?) {
        if let recipient = row.recipient, let first = recipients.firstRow(of: recipient) {
            return (.skipped, .duplicate(of: first))
        }
        guard let recipient = row.recipient, row.findings.problems.isEmpty else {
            findings += row.findings.problems.map {
                Finding(file: file, line: row.line, row: rows, code: $0.code, message: $0.message)
            }
            return (.rejected, .rejected(row.findings.problems))
        }
        recipients.insert(recipient, row: rows)
        for warning in row.findings.warnings { warnings.note(warning, file: file, line: row.line, row: rows) }
        return (.pending, nil)
    }
}

/// Rows for the outbox, and what is wrong with those that are rejected.
struct PreparedBatch {
    var rows: [PreparedRow] = []
    var findings: [Finding] = []
    /// A line for each row that is right by itself.
    fileprivate let bodies: [UInt8]

    /// The requests of the rows that are sent, one a line.
    var requests: [UInt8] {
        // Mostly they are all that was rendered, and need no copy.
        guard rows.contains(where: { $0.status == .skipped }) else { return bodies }
        return rows.reduce(into: []) { lines, row in
            if row.status == .pending { lines += row.body + [UInt8(ascii: "\n")] }
        }
    }
}

extension Outcome.Reason {
    fileprivate static func duplicate(of row: Int) -> Outcome.Reason {
        Outcome.Reason(code: "duplicate", sentence: "Row \(row) has the same recipient, so this row is not sent.")
    }

    fileprivate static func rejected(_ problems: [RowProblem]) -> Outcome.Reason {
        Outcome.Reason(
            code: problems.first?.code ?? "rejected", sentence: problems.map(\.message).joined(separator: " "))
    }
}
