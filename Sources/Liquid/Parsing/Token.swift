/// A word of the inside of an output or a tag.
struct Token {
    enum Kind: Equatable {
        case identifier(String)
        case literal(Value)
        case comparison(Comparison)
        case symbol(Symbol)
        /// Nothing more follows.
        case end
    }

    enum Symbol: Character {
        case pipe = "|"
        case colon = ":"
        case comma = ","
        case dot = "."
        case openBracket = "["
        case closeBracket = "]"
        case assign = "="
    }

    let kind: Kind
    /// Where it starts, in bytes of the template.
    let offset: Int

    /// How a message names it.
    var description: String {
        switch kind {
        case .identifier(let name): "'\(name)'"
        case .literal(.string(let text)): "the text '\(text)'"
        case .literal(let value): "'\(value.text)'"
        case .comparison(let comparison): "'\(comparison.rawValue)'"
        case .symbol(let symbol): "'\(symbol.rawValue)'"
        case .end: "the end"
        }
    }
}
