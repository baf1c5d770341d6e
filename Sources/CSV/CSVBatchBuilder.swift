/// Gathers fields into rows, and rows into a batch.
struct CSVBatchBuilder {
    /// The physical line on which the next or the unfinished row starts.
    private(set) var line = 1
    /// Whether a row grew longer than allowed; no row ends from then on.
    private(set) var hasOverlongRow = false

    private let maximumRowBytes: Int
    private var batch = CSVBatch()
    /// The bytes of finished rows.
    private var finished = 0
    private var followsCarriageReturn = false

    init(maximumRowBytes: Int) {
        self.maximumRowBytes = maximumRowBytes
    }

    /// Adds a field to the row; `append` puts its bytes, which only C can point at, at the end of the array.
    mutating func addField(_ append: (inout [UInt8]) -> Void) {
        append(&batch.bytes)
        batch.fieldEnds.append(batch.bytes.count)
        batch.bytes.append(ASCII.nul)
        checkLength(withBuffered: 0)
    }

    /// Ends the row at `lineBreak`, CR or LF, or at the end of the file (nil).
    ///
    /// Without fields there is no row.
    mutating func endRow(at lineBreak: UInt8?) {
        guard !hasOverlongRow else { return }
        let fields = batch.fieldEnds.count
        let isBlank = fields == batch.rowEnds.last?.fields ?? 0
        if isBlank, lineBreak == ASCII.lineFeed, followsCarriageReturn {
            followsCarriageReturn = false
            return
        }
        if !isBlank {
            batch.rowEnds.append(CSVBatch.RowEnd(fields: fields, line: line))
            line += batch.bytes.span.extracting(finished...).lineBreaks
            finished = batch.bytes.count
        }
        line += 1
        followsCarriageReturn = lineBreak == ASCII.carriageReturn
    }

    /// Notes whether the row is too long, together with the bytes of a field that has not ended.
    mutating func checkLength(withBuffered buffered: Int) {
        hasOverlongRow = hasOverlongRow || batch.bytes.count - finished + buffered > maximumRowBytes
    }

    /// Hands over the finished rows and keeps the fields of the unfinished one.
    mutating func takeRows() -> CSVBatch {
        let fields = batch.rowEnds.last?.fields ?? 0
        guard fields > 0 else { return CSVBatch() }
        var rows = CSVBatch()
        swap(&rows, &batch)
        // The next batch is taken to be about as large as this one.
        batch.bytes.reserveCapacity(rows.bytes.count)
        batch.fieldEnds.reserveCapacity(rows.fieldEnds.count)
        batch.rowEnds.reserveCapacity(rows.rowEnds.count)
        batch.bytes += rows.bytes[finished...]
        batch.fieldEnds += rows.fieldEnds[fields...].map { [finished] in $0 - finished }
        finished = 0
        return rows
    }
}
