/// Consecutive rows of a file, all in one buffer.
package struct CSVBatch: RandomAccessCollection, Sendable {
    /// Where a row ends, and the line on which it starts.
    struct RowEnd {
        /// The number of fields up to the end of the row, from the beginning of the batch.
        let fields: Int
        /// The physical line, from 1.
        let line: Int
    }

    /// The fields of all rows, each followed by a NUL, which no field holds.
    ///
    /// Others may follow the last row's.
    var bytes: [UInt8] = []
    /// For each field, the index of its NUL.
    var fieldEnds: [Int] = []
    var rowEnds: [RowEnd] = []

    /// The first row's index, 0.
    package var startIndex: Int { 0 }
    /// The number of rows.
    package var endIndex: Int { rowEnds.count }

    /// The row at `position`.
    ///
    /// It copies nothing, and holds the whole batch.
    package subscript(position: Int) -> CSVRow {
        let firstField = position == 0 ? 0 : rowEnds[position - 1].fields
        let end = rowEnds[position]
        return CSVRow(batch: self, fields: firstField..<end.fields, line: end.line)
    }

    /// Where the bytes of a field are; `field` counts from the beginning of the batch.
    func range(ofField field: Int) -> Range<Int> {
        (field == 0 ? 0 : fieldEnds[field - 1] + 1)..<fieldEnds[field]
    }
}
