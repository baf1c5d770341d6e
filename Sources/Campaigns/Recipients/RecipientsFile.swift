import CSV

/// A recipients file as a stream: the header, then rows in batches.
///
/// Only a batch is in memory at a time.
struct RecipientsFile: ~Copyable {
    /// The file's name, as messages and the campaign file say it.
    let name: String
    let header: RecipientsHeader

    private var batches: CSVBatches
    /// Rows that were read along with the header.
    private var first: CSVBatch.SubSequence?

    /// Opens the file and reads its header.
    init(_ options: RecipientsOptions, _ stop: StopSignal) async throws {
        var batches = try CSVBatches(options, stop)
        var rows = try await batches.nextRows()
        if rows?.first?.namesDelimiter == true {
            rows = rows?.dropFirst()
            if rows?.isEmpty == true { rows = try await batches.nextRows() }
        }
        guard let rows, let names = rows.first else {
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
        self.batches = batches
        self.first = rows.dropFirst()
    }

    /// The delimiter that the file is written with.
    var delimiter: CSVDelimiter { batches.reader.delimiter }

    /// The hash of what was read, in hexadecimal; of the whole file after the last batch.
    var sha256: String { batches.source.sha256 }

    /// The next rows, perhaps none; nil at the end.
    mutating func next() async throws -> CSVBatch.SubSequence? {
        if let rows = first {
            first = nil
            return rows
        }
        return try await batches.next()
    }
}

/// The rows of a CSV file, so many at a time as a chunk of it has.
private struct CSVBatches: ~Copyable {
    var source: ByteSource
    let reader: CSVReader
    private let name: String
    private var isFinished = false

    init(_ options: RecipientsOptions, _ stop: StopSignal) throws {
        source = try ByteSource(options.path, stop)
        reader = CSVReader(delimiter: options.delimiter, encoding: options.encoding)
        name = options.name
    }

    /// The next rows, perhaps none; nil at the end.
    mutating func next() async throws -> CSVBatch.SubSequence? {
        if isFinished { return nil }
        let chunk = try await source.next()
        isFinished = chunk.isEmpty
        do throws(CSVError) {
            return try (isFinished ? reader.finish() : reader.rows(in: chunk))[...]
        } catch {
            throw InputError.wrong([
                Finding(file: name, line: error.line, column: error.column, code: "not_csv", message: error.message)
            ])
        }
    }

    /// The next rows, at least one; nil at the end.
    mutating func nextRows() async throws -> CSVBatch.SubSequence? {
        var rows = try await next()
        while rows?.isEmpty == true { rows = try await next() }
        return rows
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
