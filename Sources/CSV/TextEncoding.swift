/// How a file's characters are written as bytes; the raw value is the word by which a user names it.
package enum TextEncoding: String, CaseIterable, Sendable {
    /// With or without a byte order mark.
    case utf8 = "utf-8"
    /// With a byte order mark, which spreadsheets write; the order of the bytes is never guessed.
    case utf16 = "utf-16"
    /// What programs for Windows wrote before Unicode.
    ///
    /// It is used only where it is asked for: nearly every file could be read as this, most of them wrongly.
    case windows1252 = "windows-1252"
}
