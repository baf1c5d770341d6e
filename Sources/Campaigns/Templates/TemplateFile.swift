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
    package init(_ path: FilePath) throws(InputError) {
        let bytes: [UInt8]
        do {
            let descriptor = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
            bytes = try descriptor.closeAfter { try descriptor.readAll(atMost: Self.mostBytes + 1) }
        } catch {
            throw .unreadable(file: path.string, cause: "\(error)")
        }
        guard bytes.count <= Self.mostBytes else {
            throw .wrong([
                Finding(file: path.string, code: "too_long", message: "The file is larger than 1 MiB: no template is.")
            ])
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .wrong([
                Finding(file: path.string, code: "not_utf8", message: "The file is not UTF-8 text. Save it as UTF-8.")
            ])
        }
        self.init(name: path.string, text: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    }
}

extension TemplateFile {
    /// Whether the text is JSON rather than another form of YAML.
    var isJSON: Bool { text.first { !$0.isWhitespace } == "{" }
}

extension FileDescriptor {
    /// Reads to the end of the file, or until there are more than `limit` bytes.
    fileprivate func readAll(atMost limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < limit {
            let part = unsafe try [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
                count = unsafe try read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if part.isEmpty { break }
            bytes += part
        }
        return bytes
    }
}
