package import CSV
package import SystemPackage

/// Where recipients are read from, and how.
package struct RecipientsOptions: Sendable {
    /// Nil for standard input.
    package var path: FilePath?
    /// The header of the recipient column; nil to find it by its name.
    package var toColumn: String?
    /// Nil to find it in the header line.
    package var delimiter: CSVDelimiter?
    /// Nil for UTF-16 by its byte order mark, else UTF-8.
    package var encoding: TextEncoding?

    /// Everything but the path is found out unless it is given.
    package init(
        path: FilePath?, toColumn: String? = nil, delimiter: CSVDelimiter? = nil, encoding: TextEncoding? = nil
    ) {
        self.path = path
        self.toColumn = toColumn
        self.delimiter = delimiter
        self.encoding = encoding
    }

    /// The input's name in messages.
    var name: String { path?.string ?? "standard input" }
}
