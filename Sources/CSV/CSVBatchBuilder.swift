/// Gathers fields into rows, and rows into a batch.
struct CSVBatchBuilder {
    /// What a row may have: four times the columns of a spreadsheet (Excel: 16,384), which keeps the index small.
    static let maximumFields = 1 << 16

    /// The physical line on which the next or the unfinished row starts.
    private(set) var line = 1
    /// What is wrong with the unfinished row; no row ends from then on.
    private(set) var fault: CSVError.Kind?

    private let maximumRowBytes: Int
    private var batch = CSVBatch()
    /// The bytes of finished rows.
    private var finished = 0
    /// The fields of finished rows.
    private var finishedFields = 0
    private var followsCarriageReturn = false

    init(maximumRowBytes: Int) {
        self.maximumRowBytes = maximumRowBytes
    }

    /// Adds a field to the row; `append` puts its bytes, which only C can point at, at the end of the array.
    mutating func addField(_ append: (inout [UInt8]) -> Void) {
        guard fault == nil else { return }
        append(&batch.bytes)
        batch.fieldEnds.append(batch.bytes.count)
        batch.bytes.append(ASCII.nul)
        checkLength(withBuffered: 0)
        if fault == nil, batch.fieldEnds.count - finishedFields > Self.maximumFields {
            fault = .tooManyFields(limit: Self.maximumFields)
        }
    }

    /// Ends the row at `lineBreak`, CR or LF, or at the end of the file (nil).
    ///
    /// Without fields there is no row.
    mutating func endRow(at lineBreak: UInt8?) {
        guard fault == nil else { return }
        let fields = batch.fieldEnds.count
        let isBlank = fields == finishedFields
        if isBlank, lineBreak == ASCII.lineFeed, followsCarriageReturn {
            followsCarriageReturn = false
            return
        }
        if !isBlank {
            batch.rowEnds.append(CSVBatch.RowEnd(fields: fields, line: line))
            line += batch.bytes.span.extracting(finished...).lineBreaks
            finished = batch.bytes.count
            finishedFields = fields
        }
        line += 1
        followsCarriageReturn = lineBreak == ASCII.carriageReturn
    }

    /// Notes whether the row is too long, together with the bytes of a field that has not ended.
    mutating func checkLength(withBuffered buffered: Int) {
        if fault == nil, batch.bytes.count - finished + buffered > maximumRowBytes {
            fault = .rowTooLong(limit: maximumRowBytes)
        }
    }

    /// Hands over the finished rows and keeps the fields of the unfinished one.
    mutating func takeRows() -> CSVBatch {
        guard finishedFields > 0 else { return CSVBatch() }
        var rows = CSVBatch()
        swap(&rows, &batch)
        // The next batch is taken to be about as large as this one.
        batch.bytes.reserveCapacity(rows.bytes.count)
        batch.fieldEnds.reserveCapacity(rows.fieldEnds.count)
        batch.rowEnds.reserveCapacity(rows.rowEnds.count)
        batch.bytes += rows.bytes[finished...]
        batch.fieldEnds += rows.fieldEnds[finishedFields...].map { [finished] in $0 - finished }
        finished = 0
        finishedFields = 0
        return rows
    }
}
