import CSV
import Liquid
import WhatsApp

/// Makes a request of one row of the recipients file, or says what is wrong with the row.
///
/// It knows nothing of other rows, so any number of rows can be rendered at once.
struct RowRenderer: Sendable {
    let header: RecipientsHeader
    let delimiter: CSVDelimiter
    let template: RequestTemplate
    /// Whether the cells are wanted, or the requests alone.
    let keepsCells: Bool

    /// What `rows` come to, in their order.
    func render(_ rows: CSVBatch.SubSequence) -> RenderedBatch {
        var batch = RenderedBatch()
        batch.rows.reserveCapacity(rows.count)
        var writer = CSVWriter(delimiter: delimiter)
        for csv in rows {
            var row = RenderedRow(line: csv.line)
            if keepsCells { row.cells = own(csv, &writer) }
            appendLine(csv, &row, to: &batch)
            batch.rows.append(row)
            // Most requests are about as long as the first.
            if batch.rows.count == 1 { batch.bodies.reserveCapacity(batch.bodies.count * rows.count * 9 / 8) }
        }
        batch.cells = writer.bytes
        return batch
    }

    /// Appends the request as a line, or nothing where the row is wrong.
    private func appendLine(_ csv: CSVRow, _ row: inout RenderedRow, to batch: inout RenderedBatch) {
        let start = batch.bodies.count
        appendRequest(csv, &row, to: &batch.bodies)
        row.body = start..<batch.bodies.count
        if row.findings.problems.isEmpty {
            batch.bodies.append(UInt8(ascii: "\n"))
        } else {
            batch.bodies.removeSubrange(row.body)
            row.body = start..<start
        }
    }

    private func appendRequest(_ csv: CSVRow, _ row: inout RenderedRow, to bodies: inout [UInt8]) {
        guard csv.count == header.width else { return row.findings.problems.append(.ragged(csv.count, header.width)) }
        // Its cells were put into the columns as well as they fit, and may stand in the wrong ones.
        if let position = header.errorCode, csv.bytes(at: position).elementsEqual(RowProblem.raggedCode.utf8) {
            return row.findings.problems.append(.stillRagged)
        }
        let recipient: PhoneNumber
        do {
            recipient = try PhoneNumber(csv.string(at: header.recipient))
        } catch {
            return row.findings.problems.append(.number(error, header.recipientColumn))
        }
        row.recipient = recipient
        if recipient == template.sender { return row.findings.problems.append(.sameAsSender) }
        row.findings = template.render(into: &bodies, to: recipient) { slot in
            Value(cell: csv.string(at: header.positions[slot]))
        }
        row.findings.warnings += recipient.doubts(template)
        if let position = header.status, let warning = RowProblem.earlier(csv.bytes(at: position)) {
            row.findings.warnings.append(warning)
        }
    }

    /// Writes the row's own cells, as many as the header has; the last one has what is too much, too.
    ///
    /// Returns where the record is.
    private func own(_ csv: CSVRow, _ writer: inout CSVWriter) -> Range<Int> {
        let start = writer.bytes.count
        for position in header.positions.dropLast() { append(csv, position, to: &writer) }
        if let last = header.positions.last {
            if csv.count > header.width {
                let surplus = [last] + (header.width..<csv.count)
                writer.append(surplus.map(csv.string(at:)).joined(separator: delimiter.character))
            } else {
                append(csv, last, to: &writer)
            }
        }
        writer.endRow()
        return start..<writer.bytes.count - 1
    }

    private func append(_ csv: CSVRow, _ position: Int, to writer: inout CSVWriter) {
        if position < csv.count { writer.append(csv, at: position) } else { writer.append("") }
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
            code: raggedCode,
            message: "The row has \(trouble) cells: \(count) where the header has \(width). Look for a missing or "
                + "unquoted delimiter.")
    }

    /// A row of an earlier result that was cut wrong.
    fileprivate static let stillRagged = RowProblem(
        code: raggedCode,
        message: "The row had too few or too many cells when it was first read. Put each cell into its column, and "
            + "clear '\(ResultColumn.errorCode.rawValue)'.")

    fileprivate static let raggedCode = "wrong_cell_count"

    /// A row of an earlier result that was sent then, or may have been.
    fileprivate static func earlier(_ status: ArraySlice<UInt8>) -> RowProblem? {
        if status.elementsEqual(Status.accepted.rawValue.utf8) {
            return RowProblem(
                code: "sent_before",
                message: "An earlier campaign has sent to this recipient, and this one does it again.")
        }
        guard status.elementsEqual(Status.unknown.rawValue.utf8) else { return nil }
        return RowProblem(
            code: "perhaps_sent_before",
            message: "An earlier campaign may have sent to this recipient, and this one does it again.")
    }

    fileprivate static func number(_ error: PhoneNumber.Invalid, _ column: String) -> RowProblem {
        RowProblem(code: "invalid_number", message: "Column '\(column)': \(error.message)")
    }

    fileprivate static let sameAsSender = RowProblem(
        code: "same_as_sender", message: "The recipient is the sender's own number, which WhatsApp refuses.")
}
