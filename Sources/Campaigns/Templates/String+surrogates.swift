extension String {
    /// JSON text with the escapes of two surrogates (`\ud83d\udc4d`, RFC 8259 §7) replaced by their character.
    ///
    /// JSON writes characters beyond the basic plane so, and YAML does not know the form. Linear; lines stay lines.
    var joiningSurrogateEscapes: String {
        guard contains("\\u") else { return self }
        let source = Array(utf8)
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            guard source[index] == UInt8(ascii: "\\") else {
                result.append(source[index])
                index += 1
                continue
            }
            if let character = source[index...].prefix(12).surrogatePair {
                result += String(character).utf8
                index += 12
            } else {
                // An escape and what it escapes stay together, so that `\\u` is no escape of a character.
                result += source[index...].prefix(2)
                index += 2
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    /// The character that twelve bytes of two escapes stand for.
    fileprivate var surrogatePair: Character? {
        guard count == 12, let high = prefix(6).escapedUnit, let low = suffix(6).escapedUnit else { return nil }
        guard UTF16.isLeadSurrogate(high), UTF16.isTrailSurrogate(low) else { return nil }
        return String(decoding: [high, low], as: UTF16.self).first
    }

    /// The code unit of `\u` and four hexadecimal digits.
    private var escapedUnit: UInt16? {
        guard starts(with: "\\u".utf8) else { return nil }
        return UInt16(String(decoding: dropFirst(2), as: UTF8.self), radix: 16)
    }
}
