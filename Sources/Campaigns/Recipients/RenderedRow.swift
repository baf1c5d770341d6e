import WhatsApp

/// What a row comes to by itself, before it is compared with the rows above it.
struct RenderedRow: Sendable {
    /// The line of the recipients file that it begins on, from 1.
    let line: Int
    /// The row's own cells as one CSV record without a line end.
    let cells: [UInt8]
    /// Nil where the row has no number that could be one.
    var recipient: PhoneNumber?
    /// The request, which is no use where there are problems.
    var body: [UInt8] = []
    var findings = RowFindings()

    init(line: Int, cells: [UInt8]) {
        self.line = line
        self.cells = cells
    }
}
