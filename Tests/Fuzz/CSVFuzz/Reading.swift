import CSV

/// All that reading some bytes came to.
struct Reading: Equatable {
    /// Bytes, for equal strings may differ in theirs.
    private(set) var rows: [[ArraySlice<UInt8>]] = []
    private(set) var lines: [Int] = []
    private(set) var error: CSVError?
    private let delimiter: CSVDelimiter

    init(
        _ chunks: [[UInt8]], delimiter: CSVDelimiter? = nil, encoding: TextEncoding? = nil,
        maximumRowBytes: Int = 16 << 20
    ) {
        let reader = CSVReader(delimiter: delimiter, encoding: encoding, maximumRowBytes: maximumRowBytes)
        var batches: [CSVBatch] = []
        do throws(CSVError) {
            for chunk in chunks { batches.append(try reader.rows(in: chunk)) }
            batches.append(try reader.finish())
        } catch {
            self.error = error
        }
        self.delimiter = reader.delimiter
        rows = batches.joined().map { row in (0..<row.count).map(row.bytes(at:)) }
        lines = batches.joined().map(\.line)
    }
}
