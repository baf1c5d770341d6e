import CSV
import Liquid
import Telnyx
import WhatsApp

/// Turns rows of the recipients file into rows of the outbox: a request, or why there is none.
struct RowPreparer {
    private let file: String
    private let header: RecipientsHeader
    private let template: RequestTemplate
    private var writer: CSVWriter
    private var recipients = RecipientIndex()
    private var rows = 0
    /// What deserves a look in the rows so far.
    private(set) var warnings = WarningTally()

    init(file: String, header: RecipientsHeader, delimiter: CSVDelimiter, template: RequestTemplate) {
        self.file = file
        self.header = header
        self.template = template
        self.writer = CSVWriter(delimiter: delimiter)
    }

    /// The next row, and what is wrong with it.
    mutating func prepare(_ csv: CSVRow) -> (row: PreparedRow, findings: [Finding]) {
        rows += 1
        let cells = own(csv)
        switch request(csv) {
        case .send(let recipient, let body, let doubts):
            recipients.insert(recipient, row: rows)
            for doubt in doubts + recipient.doubts(template) {
                warnings.note(doubt, file: file, line: csv.line, row: rows)
            }
            return (row(csv, cells, recipient.description, body, .pending, nil), [])
        case .skip(let recipient, let reason):
            return (row(csv, cells, recipient.description, [], .skipped, reason), [])
        case .reject(let recipient, let problems):
            let findings = problems.map {
                Finding(file: file, line: csv.line, row: rows, code: $0.code, message: $0.message)
            }
            let reason = Outcome.Reason(
                code: problems.first?.code ?? "rejected", sentence: problems.map(\.message).joined(separator: " "))
            return (row(csv, cells, recipient?.description ?? "", [], .rejected, reason), findings)
        }
    }

    private enum Decision {
        case send(PhoneNumber, [UInt8], warnings: [RowProblem])
        case skip(PhoneNumber, Outcome.Reason)
        case reject(PhoneNumber?, [RowProblem])
    }

    private func request(_ csv: CSVRow) -> Decision {
        guard csv.count == header.width else { return .reject(nil, [.ragged(csv.count, header.width)]) }
        let recipient: PhoneNumber
        do {
            recipient = try PhoneNumber(csv.string(at: header.recipient))
        } catch {
            return .reject(nil, [.number(error, header.recipientColumn)])
        }
        if recipient == template.sender { return .reject(recipient, [.sameAsSender]) }
        if let first = recipients.firstRow(of: recipient) { return .skip(recipient, .duplicate(of: first)) }
        let request = template.request(to: recipient) { slot in
            Value(cell: csv.string(at: header.positions[slot]))
        }
        let problems = request.findings.problems
        guard problems.isEmpty else { return .reject(recipient, problems) }
        return .send(recipient, request.body, warnings: request.findings.warnings)
    }

    private func row(
        _ csv: CSVRow, _ cells: [UInt8], _ recipient: String, _ body: [UInt8], _ status: Status,
        _ reason: Outcome.Reason?
    ) -> PreparedRow {
        PreparedRow(
            row: rows, line: csv.line, cells: cells, recipient: recipient, body: body, status: status, reason: reason)
    }

    /// The row's own cells as a CSV record, as many as the header has.
    private mutating func own(_ csv: CSVRow) -> [UInt8] {
        for position in header.positions {
            writer.append(position < csv.count ? csv.bytes(at: position) : [])
        }
        writer.endRow()
        defer { writer.removeAll() }
        return Array(writer.bytes.dropLast())
    }
}

extension PhoneNumber {
    /// What deserves a look about the number.
    fileprivate func doubts(_ template: RequestTemplate) -> [RowProblem] {
        guard let warning else { return [] }
        // Only templates can be marketing.
        if warning == .unitedStates, template.message.isFreeForm { return [] }
        return [RowProblem(code: warning.code, message: warning.sentence)]
    }
}

extension RowProblem {
    fileprivate static func ragged(_ count: Int, _ width: Int) -> RowProblem {
        let trouble = count < width ? "too few" : "too many"
        return RowProblem(
            code: "wrong_cell_count",
            message: "The row has \(trouble) cells: \(count) where the header has \(width). Look for a missing or "
                + "unquoted delimiter.")
    }

    fileprivate static func number(_ error: PhoneNumber.Invalid, _ column: String) -> RowProblem {
        RowProblem(code: "invalid_number", message: "Column '\(column)': \(error.message)")
    }

    fileprivate static let sameAsSender = RowProblem(
        code: "same_as_sender", message: "The recipient is the sender's own number, which WhatsApp refuses.")
}

extension Outcome.Reason {
    fileprivate static func duplicate(of row: Int) -> Outcome.Reason {
        Outcome.Reason(code: "duplicate", sentence: "Row \(row) has the same recipient, so this row is not sent.")
    }
}
