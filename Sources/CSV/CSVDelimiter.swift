/// The byte between the fields of a row; the raw value is the word by which a user names it.
package enum CSVDelimiter: String, CaseIterable, Sendable {
    /// What RFC 4180 asks for.
    case comma = ","
    /// What spreadsheets write where the comma is the decimal mark.
    case semicolon = ";"
    /// Named by its word, for it is hard to type.
    case tab = "tab"
    /// Seen in exports of databases.
    case pipe = "|"

    /// The delimiter as it stands in a file.
    package var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        case .pipe: UInt8(ascii: "|")
        }
    }

    /// The delimiter as text.
    package var character: String { String(decoding: [byte], as: UTF8.self) }
}
