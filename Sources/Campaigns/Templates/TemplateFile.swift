package import SystemPackage

/// A template's text and the name of the file it came from.
package struct TemplateFile: Sendable, Equatable {
    /// As messages say it.
    package let name: String
    /// All of it.
    package let text: String

    /// A message has at most a few kilobytes; a megabyte is no template.
    private static let mostBytes = 1 << 20

    /// - Parameter name: as the user gave it.
    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// Reads a file of UTF-8 text.
    ///
    /// - Throws: `InputError`, or `Refusal.signal` once a stop is asked for.
    package init(_ path: FilePath, _ stop: StopSignal) async throws {
        var source = try ByteSource(path, stop)
        var bytes: [UInt8] = []
        while bytes.count <= Self.mostBytes {
            let chunk = try await source.next()
            if chunk.isEmpty { break }
            bytes += chunk
        }
        guard bytes.count <= Self.mostBytes else {
            throw InputError.wrong([
                Finding(file: path.string, code: "too_long", message: "The file is larger than 1 MiB: no template is.")
            ])
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InputError.wrong([
                Finding(file: path.string, code: "not_utf8", message: "The file is not UTF-8 text. Save it as UTF-8.")
            ])
        }
        self.init(name: path.string, text: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    }
}

extension TemplateFile {
    /// Whether the text is JSON, perhaps below comments, or YAML that looks like it.
    var isJSON: Bool {
        let lines = text.split(whereSeparator: \.isNewline).lazy.map { $0.drop(while: \.isWhitespace) }
        return lines.first { !$0.isEmpty && $0.first != "#" }?.first == "{"
    }
}
