import Yams

/// A YAML document whose mappings may hold a key twice.
///
/// Yams refuses such a document as a whole. So that the other mistakes are found too, all but the last of equal keys get
/// a stand-in of the same length, which the reader turns back into the name; the shapes then tell that it stands there
/// twice.
struct YAMLText {
    private(set) var text: String
    /// The name of each stand-in.
    private var names: [String: String] = [:]

    private static let mostStandIns = 100

    init(_ text: String) {
        self.text = text
    }

    /// The file's one document; nil where there is none.
    mutating func compose() throws -> Yams.Node? {
        while true {
            do {
                return try Yams.compose(yaml: text)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                if let key = keys.first, replace(key, at: context.mark) { continue }
                throw YamlError.duplicatedKeysInMapping(duplicates: keys, context: context)
            }
        }
    }

    /// The key that its author wrote.
    func name(of key: String) -> String { names[key] ?? key }

    /// Puts a stand-in in place of the key at `mark`; returns whether it stands there as it is.
    private mutating func replace(_ key: String, at mark: Mark) -> Bool {
        let standIn = Unicode.Scalar(0xE000 + UInt32(names.count))
        guard names.count < Self.mostStandIns, let standIn, var start = index(of: mark) else { return false }
        if "\"'".unicodeScalars.contains(text.unicodeScalars[start]) { start = text.unicodeScalars.index(after: start) }
        guard !key.isEmpty, text.unicodeScalars[start...].starts(with: key.unicodeScalars) else { return false }
        let length = key.unicodeScalars.count
        let end = text.unicodeScalars.index(start, offsetBy: length)
        names[String(repeating: String(standIn), count: length)] = name(of: key)
        text.unicodeScalars.replaceSubrange(start..<end, with: repeatElement(standIn, count: length))
        return true
    }

    /// Where the mark points to, if it is not the end.
    private func index(of mark: Mark) -> String.Index? {
        var rest = text[...]
        for _ in 1..<max(mark.line, 1) {
            guard let end = rest.firstIndex(where: \.isNewline) else { return nil }
            rest = rest[rest.index(after: end)...]
        }
        let scalars = rest.unicodeScalars
        let index = scalars.index(scalars.startIndex, offsetBy: mark.column - 1, limitedBy: scalars.endIndex)
        return index == scalars.endIndex ? nil : index
    }
}
