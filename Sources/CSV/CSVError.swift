/// Why a file cannot be read as CSV, and where.
///
/// Nothing can be read after it.
package struct CSVError: Error, Equatable, Sendable {
    /// What is wrong.
    package enum Kind: Equatable, Sendable {
        /// A byte that is not part of UTF-8 text.
        case notUTF8
        /// The file begins with the byte order mark of another encoding than the one given.
        case otherEncoding(TextEncoding)
        /// The file is to be read as UTF-16 and begins with no byte order mark.
        case noByteOrderMark
        /// Half of a UTF-16 surrogate pair (RFC 2781 §2.2).
        case notUTF16
        /// The file ends inside a UTF-16 character.
        case cutOff
        /// A byte that stands for no character in windows-1252.
        case notWindows1252
        /// A character of value 0.
        case nul
        /// A quote in a field that does not begin with one (RFC 4180 §2.5).
        case quoteInUnquotedField
        /// Something other than a delimiter or a line end after the quote that ends a field (RFC 4180 §2.5).
        case textAfterClosingQuote
        /// The file ends inside a quoted field.
        case unclosedQuote
        /// A row whose fields, with one byte for the end of each, take more than `limit` bytes.
        case rowTooLong(limit: Int)
        /// A row of more than `limit` fields.
        case tooManyFields(limit: Int)
        /// The system gave no memory for a field.
        case outOfMemory
    }

    /// What is wrong.
    package let kind: Kind
    /// The physical line, from 1: of the byte at fault, of the quote that is not closed, or where the row at fault starts.
    package let line: Int
    /// The column, from 1, in code points of that line; nil where the whole row is at fault.
    package let column: Int?

    /// An error at a place in a file.
    package init(kind: Kind, line: Int, column: Int?) {
        self.kind = kind
        self.line = line
        self.column = column
    }

    /// What is wrong and what to do, in plain sentences that name neither file nor place.
    package var message: String {
        switch kind {
        case .notUTF8:
            "This is not UTF-8 text. Save the file as \"CSV UTF-8\", "
                + "or pass --encoding windows-1252 if an older program for Windows wrote it."
        case .otherEncoding(let encoding):
            "The file begins with the byte order mark of \(encoding.rawValue). "
                + "Leave out --encoding, or pass --encoding \(encoding.rawValue)."
        case .noByteOrderMark:
            "The file does not begin with a UTF-16 byte order mark. Leave out --encoding, or save it as \"CSV UTF-8\"."
        case .notUTF16:
            "There is half of a UTF-16 character here, so the file is damaged. Save it again as \"CSV UTF-8\"."
        case .cutOff:
            "The file ends in the middle of a UTF-16 character. Its end may be missing, so copy or save it again."
        case .notWindows1252:
            "There is no such byte in windows-1252 text. Save the file as \"CSV UTF-8\" and leave out --encoding."
        case .nul:
            "There is a NUL character here, so the file is not text, or is UTF-16 without a byte order mark. "
                + "Save it again as \"CSV UTF-8\"."
        case .quoteInUnquotedField:
            "There is a quote inside a field that does not begin with one. "
                + "Put the whole field in quotes, and write each quote inside it twice."
        case .textAfterClosingQuote:
            "There is text after the quote that ends a field. "
                + "Remove the text, or write a quote that belongs to the field twice."
        case .unclosedQuote:
            "The field that begins with this quote has no closing quote. Add a quote at its end."
        case .rowTooLong(let limit):
            "The row that starts here is longer than \(limit.size). Look for a missing quote, or shorten the row."
        case .tooManyFields(let limit):
            "The row that starts here has more than \(limit) cells. Look for a missing line end, or split the file."
        case .outOfMemory:
            "There is not enough memory for this row. Shorten it, or use a machine with more memory."
        }
    }
}

extension Int {
    /// So many bytes, in words.
    fileprivate var size: String { isMultiple(of: 1 << 20) ? "\(self >> 20) MiB" : "\(self) bytes" }
}
