/// Reads CSV (RFC 4180, strictly) as a stream: bytes in, rows out.
///
/// How the bytes are cut into chunks changes nothing.
///
/// LF, CR LF and a lone CR end a line. A line without bytes is no row. Fields come through unchanged, spaces
/// included, but in UTF-8 whatever the file's encoding. Rows may differ in their number of fields. A byte order mark is
/// dropped.
package final class CSVReader {
    /// The delimiter given, or found in the header line; comma until that line has been read.
    package private(set) var delimiter: CSVDelimiter

    private var decoder: TextDecoder
    private var parser: LibCSVParser
    /// Text that cannot be parsed yet.
    private var pending: [UInt8] = []
    private var header: HeaderScan?
    private var position = TextPosition()
    private var openQuote = OpenQuote()
    private var failure: CSVError?

    /// A reader at the beginning of a file; a row may have up to 65,536 fields.
    ///
    /// - Parameters:
    ///   - delimiter: nil to find it in the header line.
    ///   - encoding: nil for UTF-16 if the file begins with its byte order mark, or else UTF-8. windows-1252 is never
    ///     guessed. UTF-16 needs the mark even where it is given.
    ///   - maximumRowBytes: what the fields of a row may take in UTF-8, with one byte for the end of each. Memory is
    ///     bounded by this, by 1 MiB for the header line and by the size of a chunk.
    package init(
        delimiter: CSVDelimiter? = nil, encoding: TextEncoding? = nil, maximumRowBytes: Int = 16 << 20
    ) {
        self.delimiter = delimiter ?? .comma
        header = delimiter == nil ? HeaderScan() : nil
        decoder = TextDecoder(encoding)
        parser = LibCSVParser(maximumRowBytes: maximumRowBytes)
        parser.setDelimiter(self.delimiter)
    }

    /// The rows that end in `chunk`.
    ///
    /// An error is thrown once the rows before it have been returned: by the call that meets it, or by the next one.
    package func rows(in chunk: [UInt8]) throws(CSVError) -> CSVBatch {
        if let failure { throw failure }
        read(chunk, isLast: false)
        let rows = parser.builder.takeRows()
        if let failure, rows.isEmpty { throw failure }
        return rows
    }

    /// The rows that end with the file.
    ///
    /// To be called once, after the last chunk.
    package func finish() throws(CSVError) -> CSVBatch {
        if failure == nil { read([], isLast: true) }
        if failure == nil, !pending.isEmpty { fail(.notUTF8) }
        if failure == nil, let kind = parser.finish() { fail(kind) }
        if let failure { throw failure }
        return parser.builder.takeRows()
    }

    private func read(_ chunk: [UInt8], isLast: Bool) {
        let fault = decoder.decode(chunk, isLast: isLast, into: &pending)
        // No text comes after a fault.
        if passHeader(isLast: isLast || fault != nil) { parsePending() }
        if failure == nil, let fault { fail(fault) }
    }

    private func parsePending() {
        let text = TextCheck(pending.span)
        parse(pending[..<text.length])
        if failure == nil, let fault = text.fault { fail(fault) }
        pending.removeFirst(text.length)
    }

    /// Finds the delimiter.
    ///
    /// Returns whether reading can go on.
    private func passHeader(isLast: Bool) -> Bool {
        guard var scan = header.take() else { return true }
        if scan.length == 0 { passBlankLines() }
        scan.scan(pending[scan.length...])
        delimiter = scan.delimiter
        parser.setDelimiter(delimiter)
        let isKnown = isLast || scan.isComplete
        if !isKnown { header = scan }
        return isKnown
    }

    /// Parses line breaks before the header line, which may be many.
    private func passBlankLines() {
        let breaks = pending.prefix { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }
        parse(breaks)
        pending.removeFirst(breaks.count)
    }

    private func parse(_ text: ArraySlice<UInt8>) {
        let fault = parser.parse(text)
        let parsed = text.prefix(fault?.offset ?? text.count)
        openQuote.advance(over: parsed, from: position)
        position.advance(over: parsed)
        if let fault { fail(fault.kind) }
    }

    private func fail(_ kind: CSVError.Kind) {
        failure =
            switch kind {
            case .rowTooLong, .tooManyFields:
                CSVError(kind: kind, line: parser.builder.line, column: nil)
            case .unclosedQuote:
                CSVError(kind: kind, line: openQuote.position.line, column: openQuote.position.column)
            default:
                CSVError(kind: kind, line: position.line, column: position.column)
            }
    }
}
