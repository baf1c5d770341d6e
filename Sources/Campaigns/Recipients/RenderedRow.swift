import WhatsApp

/// What a row comes to by itself, before it is compared with the rows above it.
struct RenderedRow: Sendable {
    /// The line of the recipients file that it begins on, from 1.
    let line: Int
    /// Nil where the row has no number that could be one.
    var recipient: PhoneNumber?
    var findings = RowFindings()
    /// Where the batch has the row's own cells, one CSV record without a line end.
    var cells = 0..<0
    /// Where the batch has the request, without its line end; empty where there are problems.
    var body = 0..<0

    init(line: Int) {
        self.line = line
    }
}

/// Rows that were rendered together, in the order of the file; their bytes stand in two buffers for all.
struct RenderedBatch: Sendable {
    var rows: [RenderedRow] = []
    var cells: [UInt8] = []
    /// A line for each row without problems.
    var bodies: [UInt8] = []
}
