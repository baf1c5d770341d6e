import Liquid
import WhatsApp

/// Writes a typed message as message parts.
struct MessagePartWriter {
    private let templates: [Liquid.Template]
    private var parts: [MessagePart] = []
    private var bytes: [UInt8] = []

    private init(_ templates: [Liquid.Template]) {
        self.templates = templates
    }

    /// The parts of `value`, whose placeholders are numbers of `templates`.
    static func parts(of value: Typed, _ templates: [Liquid.Template]) -> [MessagePart] {
        var writer = MessagePartWriter(templates)
        writer.append(value)
        return writer.finish()
    }

    private mutating func append(_ value: Typed) {
        switch value {
        case .string(let text): bytes.appendJSON(text)
        case .number(let digits): bytes += digits.utf8
        case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        case .leaf(let leaf): append(.value(Placeholder(leaf, templates[leaf.placeholder])))
        case .conditional(_, let value): append(value)
        case .object(let entries), .free(let entries):
            append(entries.map { (name: $0.name, value: $0.value) }, UInt8(ascii: "{"), UInt8(ascii: "}"))
        case .list(let values):
            append(values.map { (name: nil, value: $0) }, UInt8(ascii: "["), UInt8(ascii: "]"))
        }
    }

    private mutating func append(_ elements: [(name: String?, value: Typed)], _ open: UInt8, _ close: UInt8) {
        guard elements.contains(where: { $0.value.mayBeLeftOut }) else {
            bytes.append(open)
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(element)
            }
            return bytes.append(close)
        }
        let inner = elements.map { element in
            var writer = MessagePartWriter(templates)
            writer.append(element)
            return MessagePart.Element(
                whenLeftOut: element.value.mayBeLeftOut ? element.value : nil, parts: writer.finish())
        }
        append(.sequence(open: open, inner, close: close))
    }

    private mutating func append(_ element: (name: String?, value: Typed)) {
        if let name = element.name {
            bytes.appendJSON(name)
            bytes.append(UInt8(ascii: ":"))
        }
        append(element.value)
    }

    private mutating func append(_ part: MessagePart) {
        flush()
        parts.append(part)
    }

    private mutating func finish() -> [MessagePart] {
        flush()
        return parts
    }

    private mutating func flush() {
        if !bytes.isEmpty { parts.append(.literal(bytes)) }
        bytes = []
    }
}

extension Typed {
    /// Whether there can be rows for which nothing is written.
    fileprivate var mayBeLeftOut: Bool { isLeftOut { _ in false } }
}
