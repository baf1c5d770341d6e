/// Filters that put texts together and change the case and the edges of one.
extension Filter {
    static let text = [
        Filter("append", texts: +),
        Filter("prepend") { $1 + $0 },
        Filter("capitalize", text: capitalized),
        Filter("downcase") { $0.lowercased() },
        Filter("upcase") { $0.uppercased() },
        Filter("strip") { strip($0, .start, .end) },
        Filter("lstrip") { strip($0, .start) },
        Filter("rstrip") { strip($0, .end) },
        Filter(Filter.defaultName, arguments: 0...1, option: "allow_false", apply: defaulted),
        Filter("size", arguments: 0...0, apply: size),
    ]

    private static func capitalized(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            // No need of Unicode's rules.
            var bytes = text.utf8.map(\.lowercased)
            if let first = bytes.first { bytes[0] = first.uppercased }
            return String(decoding: bytes, as: UTF8.self)
        }
        let rest = text.prefix(1).endIndex
        return text[..<rest].uppercased() + text[rest...].lowercased()
    }

    private enum Edge {
        case start, end
    }

    private static func strip(_ text: String, _ edges: Edge...) -> String {
        var bytes = text.utf8[...]
        if edges.contains(.start) { bytes = bytes.drop(while: \.isWhitespace) }
        if edges.contains(.end) {
            while bytes.last?.isWhitespace == true { bytes.removeLast() }
        }
        return String(bytes) ?? text
    }

    /// The argument in place of nil, false and text without characters; with `allow_false` false stays.
    private static func defaulted(_ input: Value, _ call: Call) -> Value {
        let fallback = call.first ?? .string("")
        switch input {
        case .null, .string(""), .empty, .blank: return fallback
        case .bool(false): return call.second?.isTruthy == true ? input : fallback
        default: return input
        }
    }

    /// Code points, as Ruby counts; what is no text has none.
    private static func size(_ input: Value, _ call: Call) -> Value {
        guard case .string(let text) = input else { return .int(0) }
        return .int(text.unicodeScalars.count)
    }
}
