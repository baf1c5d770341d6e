import WhatsApp

/// Writes a typed message as compact JSON, in pieces between the values that only a row knows.
struct JSONParts {
    enum Part {
        case literal([UInt8])
        case leaf(Leaf)
    }

    private var parts: [Part] = []
    private var bytes: [UInt8] = []

    mutating func append(_ value: Typed) {
        switch value {
        case .string(let text): bytes.appendJSON(text)
        case .number(let digits): bytes += digits.utf8
        case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        case .leaf(let leaf):
            flush()
            parts.append(.leaf(leaf))
        case .object(let entries):
            appendSequence(entries, "{", "}") { parts, entry in
                parts.bytes.appendJSON(entry.name)
                parts.bytes.append(UInt8(ascii: ":"))
                parts.append(entry.value)
            }
        case .list(let values): appendSequence(values, "[", "]") { $0.append($1) }
        }
    }

    /// Everything that was appended.
    mutating func finish() -> [Part] {
        flush()
        return parts
    }

    private mutating func appendSequence<Element>(
        _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar,
        _ write: (inout JSONParts, Element) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, element)
        }
        bytes.append(UInt8(ascii: close))
    }

    private mutating func flush() {
        if !bytes.isEmpty { parts.append(.literal(bytes)) }
        bytes = []
    }
}
