import CSV

/// All that reading some bytes came to.
struct Reading: Equatable {
    var rows: [[String]] = []
    var lines: [Int] = []
    var delimiter = CSVDelimiter.comma
    var error: CSVError?

    init(rows: [[String]], lines: [Int], delimiter: CSVDelimiter = .comma, error: CSVError? = nil) {
        self.rows = rows
        self.lines = lines
        self.delimiter = delimiter
        self.error = error
    }

    /// Reads chunks; `delimiter` and `encoding` nil let the reader find them.
    init(
        _ chunks: some Sequence<[UInt8]>, delimiter: CSVDelimiter? = nil, encoding: TextEncoding? = nil,
        maximumRowBytes: Int = 16 << 20
    ) {
        let reader = CSVReader(delimiter: delimiter, encoding: encoding, maximumRowBytes: maximumRowBytes)
        do throws(CSVError) {
            for chunk in chunks { add(try reader.rows(in: chunk)) }
            add(try reader.finish())
        } catch {
            self.error = error
        }
        self.delimiter = reader.delimiter
    }

    private mutating func add(_ batch: CSVBatch) {
        rows += batch.map(\.strings)
        lines += batch.map(\.line)
    }
}

extension [UInt8] {
    /// The bytes in pieces of `size`, the last one maybe shorter.
    func chunks(of size: Int) -> [[UInt8]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }

    /// The sizes of chunks from one byte to the whole.
    var chunkSizes: ClosedRange<Int> { 1...Swift.max(count, 1) }
}
