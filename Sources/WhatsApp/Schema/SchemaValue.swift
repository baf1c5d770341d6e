/// A piece of a JSON Schema.
indirect enum SchemaValue: Encodable, Equatable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([SchemaValue])
    case object([String: SchemaValue])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .list(let values): try container.encode(values)
        case .object(let fields): try container.encode(fields)
        }
    }
}

extension SchemaValue {
    /// A mapping with an `$if`: only the rows tell whether it is there.
    static let mayBeLeftOut: SchemaValue = ["type": "object", "required": ["$if"]]
}

extension SchemaValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .number(number) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension SchemaValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(arrayLiteral values: SchemaValue...) { self = .list(values) }
    init(dictionaryLiteral fields: (String, SchemaValue)...) {
        self = .object(Dictionary(fields) { $1 })
    }
}
