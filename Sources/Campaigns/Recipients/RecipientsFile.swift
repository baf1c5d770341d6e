import CSV

/// A recipients file as a stream: the header, then rows in batches.
///
/// Only a batch is in memory at a time.
struct RecipientsFile: ~Copyable {
    /// The file's name, as messages and the campaign file say it.
    let name: String
    let header: RecipientsHeader

    private var source: ByteSource
    private let reader: CSVReader
    /// Rows that were read along with the header.
    private var first: CSVBatch.SubSequence?
    private var isFinished = false

    /// Opens the file and reads its header.
    init(_ options: RecipientsOptions, _ stop: StopSignal) async throws {
        var source = try ByteSource(options.path, stop)
        let reader = CSVReader(delimiter: options.delimiter, encoding: options.encoding)
        var isFinished = false
        var rows = try await Self.rows(&source, reader, &isFinished, options.name)
        if rows.first?.namesDelimiter == true {
            rows = rows.dropFirst()
            if rows.isEmpty { rows = try await Self.rows(&source, reader, &isFinished, options.name) }
        }
        guard let names = rows.first else {
            throw InputError.wrong([
                Finding(file: options.name, code: "empty_file", message: "The file has no header line.")
            ])
        }
        do throws(RecipientsHeader.Invalid) {
            header = try RecipientsHeader(names.strings, wanted: options.toColumn)
        } catch {
            throw InputError.wrong([
                Finding(file: options.name, line: names.line, code: error.code, message: error.message)
            ])
        }
        self.name = options.name
        self.source = source
        self.reader = reader
        self.first = rows.dropFirst()
        self.isFinished = isFinished
    }

    /// The delimiter that the file is written with.
    var delimiter: CSVDelimiter { reader.delimiter }

    /// The hash of what was read, in hexadecimal; of the whole file after the last batch.
    var sha256: String { source.sha256 }

    /// The next rows, perhaps none; nil at the end.
    mutating func next() async throws -> CSVBatch.SubSequence? {
        if let rows = first {
            first = nil
            return rows
        }
        if isFinished { return nil }
        return try await Self.batch(&source, reader, &isFinished, name)[...]
    }

    /// The next rows; none only at the end.
    private static func rows(
        _ source: inout ByteSource, _ reader: CSVReader, _ isFinished: inout Bool, _ name: String
    ) async throws -> CSVBatch.SubSequence {
        var batch = try await batch(&source, reader, &isFinished, name)
        while batch.isEmpty, !isFinished { batch = try await Self.batch(&source, reader, &isFinished, name) }
        return batch[...]
    }

    private static func batch(
        _ source: inout ByteSource, _ reader: CSVReader, _ isFinished: inout Bool, _ name: String
    ) async throws -> CSVBatch {
        let chunk = try await source.next()
        isFinished = chunk.isEmpty
        do throws(CSVError) {
            return try isFinished ? reader.finish() : reader.rows(in: chunk)
        } catch {
            throw InputError.wrong([
                Finding(file: name, line: error.line, column: error.column, code: "not_csv", message: error.message)
            ])
        }
    }
}

extension CSVRow {
    /// Whether this is a line like `sep=;`, which spreadsheets put before the header; the delimiter in it is the one
    /// that occurs most in the first line.
    fileprivate var namesDelimiter: Bool {
        let cells = strings
        guard let first = cells.first?.lowercased(), cells.dropFirst().allSatisfy(\.isEmpty) else { return false }
        return first.hasPrefix("sep=") && first.utf8.count + cells.count <= 6
    }
}
