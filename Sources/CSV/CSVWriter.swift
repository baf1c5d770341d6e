/// Turns fields into CSV (RFC 4180) with LF line ends, quoting only where a reader needs it.
///
/// A row is written whole, or field by field and then ended. The bytes gather here until they are taken.
package struct CSVWriter: Sendable {
    /// What has been written and not removed.
    package private(set) var bytes: [UInt8] = []

    /// What makes a spreadsheet take a cell for a formula: OWASP's list, with the full-width forms that a Japanese
    /// Excel takes for the same.
    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]

    private static let mark = ByteOrderMark.utf8.bytes

    private let delimiter: UInt8
    private var rowStart = 0
    private var fieldsInRow = 0

    /// A writer of files whose fields are parted by `delimiter`.
    package init(delimiter: CSVDelimiter = .comma) {
        self.delimiter = delimiter.byte
    }

    /// Writes a row.
    ///
    /// Without fields there is no row, and nothing is written.
    package mutating func write(_ fields: some Sequence<String>) {
        for field in fields { append(field) }
        endRow()
    }

    /// Adds a field to the row.
    package mutating func append(_ field: String) {
        append(field.utf8, field.utf8.span)
    }

    /// Adds a field of free text that is not the recipients' own, such as an error in a server's words.
    ///
    /// Text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP ("CSV Injection") advises.
    /// What scripts read, such as `+15005550000`, is better added unchanged with ``append(_:)-(String)``.
    package mutating func append(plainText text: String) {
        append(text.unicodeScalars.first.map(Self.formulaStarts.contains) == true ? "'" + text : text)
    }

    /// Adds the field at `index`, from 0, of a row that was read, without a String for it.
    package mutating func append(_ row: CSVRow, at index: Int) {
        let field = row.bytes(at: index)
        append(field, field.span)
    }

    /// Adds fields that are written already: a record of a writer with the same delimiter, without its line end.
    package mutating func append(record: some Collection<UInt8>) {
        if fieldsInRow > 0 { bytes.append(delimiter) }
        fieldsInRow += 1
        bytes += record
    }

    /// Ends the row to which fields were added.
    package mutating func endRow() {
        guard fieldsInRow > 0 else { return }
        // One empty field would be a blank line, which is no row.
        if bytes.count == rowStart { appendQuoted([]) }
        bytes.append(ASCII.lineFeed)
        rowStart = bytes.count
        fieldsInRow = 0
    }

    /// Removes what has been written, keeping the memory for what comes.
    ///
    /// To be called between rows.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        rowStart = 0
    }

    /// - Parameter span: the bytes of the field, to look at.
    private mutating func append(_ field: some Collection<UInt8>, _ span: Span<UInt8>) {
        if fieldsInRow > 0 { bytes.append(delimiter) }
        fieldsInRow += 1
        if needsQuotes(span) { appendQuoted(field) } else { bytes.append(contentsOf: field) }
    }

    private mutating func appendQuoted(_ field: some Collection<UInt8>) {
        bytes.append(ASCII.quote)
        for byte in field {
            if byte == ASCII.quote { bytes.append(ASCII.quote) }
            bytes.append(byte)
        }
        bytes.append(ASCII.quote)
    }

    private func needsQuotes(_ field: Span<UInt8>) -> Bool {
        guard !field.isEmpty else { return false }
        // Readers that trim, and readers that drop a byte order mark, leave quoted fields alone.
        if isBlank(field[0]) || isBlank(field[field.count - 1]) || startsWithMark(field) { return true }
        for index in field.indices where isSpecial(field[index]) { return true }
        return false
    }

    private func startsWithMark(_ field: Span<UInt8>) -> Bool {
        let mark = Self.mark
        return field.count >= mark.count && mark.indices.allSatisfy { field[$0] == mark[$0] }
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == ASCII.space || byte == ASCII.tab
    }

    private func isSpecial(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == ASCII.quote || byte == ASCII.carriageReturn || byte == ASCII.lineFeed
    }
}
