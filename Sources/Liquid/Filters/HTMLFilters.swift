/// Filters for text that is or becomes HTML.
extension Filter {
    static let html = [
        Filter("escape") { escape(Array($0.utf8), keepsEntities: false) },
        Filter("escape_once") { escape(Array($0.utf8), keepsEntities: true) },
        Filter("strip_html", text: stripTags),
    ]

    private static func escape(_ text: [UInt8], keepsEntities: Bool) -> String {
        var result = ""
        var start = 0
        for (index, byte) in text.enumerated() {
            guard let entity = entity(for: byte) else { continue }
            if byte == UInt8(ascii: "&"), keepsEntities, isEntity(text[index...]) { continue }
            result += String(decoding: text[start..<index], as: UTF8.self) + entity
            start = index + 1
        }
        return result + String(decoding: text[start...], as: UTF8.self)
    }

    private static func entity(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    /// Whether the text starts with `&name;` or `&#123;`.
    private static func isEntity(_ text: ArraySlice<UInt8>) -> Bool {
        var name = text.dropFirst()
        let isNumeric = name.first == UInt8(ascii: "#")
        if isNumeric { name.removeFirst() }
        let rest = name.drop { isNumeric ? $0.isDigit : $0.isLetter }
        return rest.startIndex > name.startIndex && rest.first == UInt8(ascii: ";")
    }

    /// Without scripts, styles and comments, then without tags.
    private static func stripTags(_ text: String) -> String {
        var bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "<")) else { return text }
        bytes = removing([("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>")], from: bytes)
        return String(decoding: removing([("<", ">")], from: bytes), as: UTF8.self)
    }

    /// Without everything from each opening to its closing; an opening that is never closed stays.
    private static func removing(_ pairs: [(opening: String, closing: String)], from text: [UInt8]) -> [UInt8] {
        // An opening that is not closed here is not closed later either: looking again would take quadratic time.
        var pairs = pairs.map { (opening: Array($0.opening.utf8), closing: Array($0.closing.utf8)) }
        var result: [UInt8] = []
        var position = 0
        while position < text.count {
            guard let index = pairs.firstIndex(where: { text[position...].starts(with: $0.opening) }) else {
                result.append(text[position])
                position += 1
                continue
            }
            let start = position + pairs[index].opening.count
            if let closing = ByteSearch.firstRange(of: pairs[index].closing, in: text, from: start) {
                position = closing.upperBound
            } else {
                pairs.remove(at: index)
            }
        }
        return result
    }
}
