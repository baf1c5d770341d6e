import Telnyx
import WhatsApp

/// Turns rendered rows, in the order of the file, into rows of the outbox: what is sent, and why the rest is not.
struct RowPreparer {
    /// The recipients file's name, for findings.
    let file: String
    private var recipients = RecipientIndex()
    private var rows = 0
    /// What deserves a look in the rows so far.
    private(set) var warnings = WarningTally()

    init(file: String) {
        self.file = file
    }

    /// The next rows, and what is wrong with them.
    mutating func prepare(_ rows: [RenderedRow]) -> PreparedBatch {
        var batch = PreparedBatch()
        batch.rows.reserveCapacity(rows.count)
        for row in rows { prepare(row, into: &batch) }
        return batch
    }

    private mutating func prepare(_ row: RenderedRow, into batch: inout PreparedBatch) {
        rows += 1
        if let recipient = row.recipient, let first = recipients.firstRow(of: recipient) {
            return batch.rows.append(PreparedRow(row, number: rows, .skipped, .duplicate(of: first)))
        }
        guard let recipient = row.recipient, row.findings.problems.isEmpty else {
            batch.findings += row.findings.problems.map {
                Finding(file: file, line: row.line, row: rows, code: $0.code, message: $0.message)
            }
            return batch.rows.append(PreparedRow(row, number: rows, .rejected, .rejected(row.findings.problems)))
        }
        recipients.insert(recipient, row: rows)
        for warning in row.findings.warnings { warnings.note(warning, file: file, line: row.line, row: rows) }
        batch.rows.append(PreparedRow(row, number: rows, .pending, nil))
    }
}

/// Rows for the outbox, and what is wrong with those that are rejected.
struct PreparedBatch {
    var rows: [PreparedRow] = []
    var findings: [Finding] = []
}

extension PreparedRow {
    fileprivate init(_ row: RenderedRow, number: Int, _ status: Status, _ reason: Outcome.Reason?) {
        self.init(
            row: number, line: row.line, cells: row.cells, recipient: row.recipient?.description ?? "",
            body: status == .pending ? row.body : [], status: status, reason: reason)
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
