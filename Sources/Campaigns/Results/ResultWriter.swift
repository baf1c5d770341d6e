package import CSV
import Telnyx

/// Writes a result CSV: the recipients' own columns, then ours, row by row.
package struct ResultWriter {
    /// Bytes gathered before they are handed on.
    private static let bufferSize = 64 << 10

    private var writer: CSVWriter

    /// - Parameter header: the recipients' own header, a CSV record without a line end.
    package init(header: [UInt8], delimiter: CSVDelimiter) {
        self.writer = CSVWriter(delimiter: delimiter)
        writer.append(record: header)
        for name in ResultColumn.names { writer.append(name) }
        writer.endRow()
    }

    /// Writes a row; hands bytes on to `sink` when many have gathered.
    package mutating func write(_ row: ResultRow, to sink: (borrowing [UInt8]) throws -> Void) throws {
        writer.append(record: row.cells)
        writer.append(String(row.row))
        writer.append(row.recipient)
        writer.append(row.status.rawValue)
        // A server's words, and sentences that quote cells: no spreadsheet may run them as a formula.
        writer.append(plainText: row.messageID ?? "")
        writer.append(plainText: row.errorCode ?? "")
        writer.append(plainText: row.error ?? "")
        writer.append(String(row.attempts))
        writer.append(Timestamp.text(row.updatedAt))
        writer.endRow()
        if writer.bytes.count >= Self.bufferSize { try finish(to: sink) }
    }

    /// Hands on what is left.
    package mutating func finish(to sink: (borrowing [UInt8]) throws -> Void) throws {
        try sink(writer.bytes)
        writer.removeAll()
    }
}

extension CampaignReader {
    /// Writes the result CSV of the campaign, or its rows of some statuses, into `sink`.
    package func writeResults(
        only statuses: Set<Status> = [], to sink: (borrowing [UInt8]) throws -> Void
    ) throws {
        let record = try record()
        var writer = ResultWriter(header: record.header, delimiter: record.csvDelimiter)
        try results(of: statuses) { try writer.write($0, to: sink) }
        try writer.finish(to: sink)
    }
}

extension ResultRow {
    /// A row as *prepare* leaves it.
    init(_ row: PreparedRow, at now: Int) {
        self.init(
            row: row.row, cells: row.cells, recipient: row.recipient, status: row.status, messageID: nil,
            errorCode: row.reason?.code, error: row.reason?.sentence, attempts: 0, updatedAt: now)
    }
}

extension CampaignRecord {
    /// The delimiter of the recipients file, and so of the result CSV.
    var csvDelimiter: CSVDelimiter { CSVDelimiter.allCases.first { $0.byte == delimiter } ?? .comma }
}
