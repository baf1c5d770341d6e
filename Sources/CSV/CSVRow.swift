/// One row of a file: at least one field, each as it was before quoting.
///
/// A row is a view of its batch: it keeps the memory of all its rows.
package struct CSVRow: Sendable {
    private let batch: CSVBatch
    private let fields: Range<Int>

    /// The physical line, from 1, on which the row starts.
    package let line: Int

    init(batch: CSVBatch, fields: Range<Int>, line: Int) {
        self.batch = batch
        self.fields = fields
        self.line = line
    }

    /// The number of fields, at least 1.
    package var count: Int { fields.count }

    /// The fields in order.
    package var strings: [String] { (0..<count).map(string(at:)) }

    /// The field at `index`, from 0.
    package func string(at index: Int) -> String {
        String(decoding: bytes(at: index), as: UTF8.self)
    }

    /// The bytes of the field at `index`, from 0: UTF-8 without NUL.
    ///
    /// Not a copy.
    package func bytes(at index: Int) -> ArraySlice<UInt8> {
        batch.bytes[range(at: index)]
    }

    private func range(at index: Int) -> Range<Int> {
        precondition(fields.indices.contains(fields.lowerBound + index), "no such field")
        return batch.range(ofField: fields.lowerBound + index)
    }
}
