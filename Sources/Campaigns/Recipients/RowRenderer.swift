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

    /// What `rows` come to, in their order.
    func render(_ rows: CSVBatch.SubSequence) -> [RenderedRow] {
        var writer = CSVWriter(delimiter: delimiter)
        return rows.map { row in
            var rendered = RenderedRow(line: row.line, cells: own(row, &writer))
            render(row, into: &rendered)
            return rendered
        }
    }

    private func render(_ csv: CSVRow, into row: inout RenderedRow) {
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
        row.findings = template.render(into: &row.body, to: recipient) { slot in
            Value(cell: csv.string(at: header.positions[slot]))
        }
        row.findings.warnings += recipient.doubts(template)
    }

    /// The row's own cells as a CSV record, as many as the header has; the last one has what is too much, too.
    private func own(_ csv: CSVRow, _ writer: inout CSVWriter) -> [UInt8] {
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
        defer { writer.removeAll() }
        return Array(writer.bytes.dropLast())
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

    fileprivate static func number(_ error: PhoneNumber.Invalid, _ column: String) -> RowProblem {
        RowProblem(code: "invalid_number", message: "Column '\(column)': \(error.message)")
    }

    fileprivate static let sameAsSender = RowProblem(
        code: "same_as_sender", message: "The recipient is the sender's own number, which WhatsApp refuses.")
}
