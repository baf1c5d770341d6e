/// Cuts the inside of an output or a tag into tokens.
struct Lexer {
    private let bytes: [UInt8]
    private let end: Int
    private var position: Int

    /// The tokens of `range` of a template's bytes; the last is `.end`.
    static func tokens(of bytes: [UInt8], in range: Range<Int>) throws(Mistake) -> [Token] {
        var lexer = Lexer(bytes: bytes, end: range.upperBound, position: range.lowerBound)
        var tokens: [Token] = []
        repeat {
            tokens.append(try lexer.next())
        } while tokens.last?.kind != .end
        return tokens
    }

    private mutating func next() throws(Mistake) -> Token {
        while position < end, bytes[position].isWhitespace { position += 1 }
        let start = position
        return Token(kind: try nextKind(), offset: start)
    }

    private mutating func nextKind() throws(Mistake) -> Token.Kind {
        guard let byte = peek(0) else { return .end }
        if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { return try scanText(quotedBy: byte) }
        if byte.isDigit || byte == UInt8(ascii: "-") && peek(1)?.isDigit == true { return try scanNumber() }
        if let comparison = scanComparison() { return .comparison(comparison) }
        if let symbol = Token.Symbol(rawValue: Character(Unicode.Scalar(byte))) {
            position += 1
            return .symbol(symbol)
        }
        return try scanIdentifier()
    }

    private func peek(_ distance: Int) -> UInt8? {
        position + distance < end ? bytes[position + distance] : nil
    }

    private mutating func scanText(quotedBy quote: UInt8) throws(Mistake) -> Token.Kind {
        let start = position + 1
        guard let close = bytes[start..<end].firstIndex(of: quote) else {
            let mark = Character(Unicode.Scalar(quote))
            throw Mistake(offset: position, message: "The text that starts here is not closed by \(mark).")
        }
        position = close + 1
        return .literal(.string(String(decoding: bytes[start..<close], as: UTF8.self)))
    }

    private mutating func scanNumber() throws(Mistake) -> Token.Kind {
        let start = position
        position += 1
        while peek(0)?.isDigit == true { position += 1 }
        if peek(0) == UInt8(ascii: "."), peek(1)?.isDigit == true {
            position += 1
            while peek(0)?.isDigit == true { position += 1 }
        }
        guard let value = Value(number: String(decoding: bytes[start..<position], as: UTF8.self)) else {
            throw Mistake(offset: start, message: "This number is too large.")
        }
        return .literal(value)
    }

    private mutating func scanComparison() -> Comparison? {
        let rest = String(decoding: bytes[position..<min(position + 2, end)], as: UTF8.self)
        if rest == "<>" {
            position += 2
            return .notEqual
        }
        if let comparison = Comparison(rawValue: rest) {
            position += rest.utf8.count
            return comparison
        }
        guard let comparison = Comparison(rawValue: String(rest.prefix(1))) else { return nil }
        position += 1
        return comparison
    }

    private mutating func scanIdentifier() throws(Mistake) -> Token.Kind {
        let start = position
        while let scalar = scalar(at: position) {
            guard position == start ? Identifier.isStart(scalar) : Identifier.isPart(scalar) else { break }
            position += scalar.utf8.count
        }
        guard position == start else {
            let name = String(decoding: bytes[start..<position], as: UTF8.self)
            return name == Comparison.contains.rawValue ? .comparison(.contains) : .identifier(name)
        }
        throw unexpectedCharacter
    }

    private var unexpectedCharacter: Mistake {
        let character = scalar(at: position).map(Character.init) ?? "?"
        let advice =
            switch character {
            case "“", "”", "„", "‘", "’": "Quote text with ' or \"."
            case "(", ")": "Brackets and ranges are not available in message templates."
            case "{", "}": "Braces do not belong here."
            case "&", "!": "Write 'and', 'or' and '!='."
            default: "It has no meaning here."
            }
        return Mistake(offset: position, message: "Unexpected '\(character)'. \(advice)")
    }

    /// The bytes are a string's, so that they decode.
    private func scalar(at index: Int) -> Unicode.Scalar? {
        guard index < end else { return nil }
        if bytes[index] < 0x80 { return Unicode.Scalar(bytes[index]) }
        return String(decoding: bytes[index..<min(index + 4, end)], as: UTF8.self).unicodeScalars.first
    }
}
