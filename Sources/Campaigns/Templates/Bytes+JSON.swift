extension [UInt8] {
    /// Appends `text` as a JSON string (RFC 8259 §7): quotes, backslashes and control characters escaped, all else as
    /// it is.
    mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        // Most texts need no escapes and are copied whole.
        if needsEscapes(text.utf8.span) {
            for byte in text.utf8 { appendEscaped(byte) }
        } else {
            append(contentsOf: text.utf8)
        }
        append(UInt8(ascii: "\""))
    }

    private func needsEscapes(_ bytes: Span<UInt8>) -> Bool {
        // Looking at all of them is faster than stopping at the first: many bytes are compared at once.
        var found: UInt8 = 0
        for index in bytes.indices { found |= needsEscape(bytes[index]) ? 1 : 0 }
        return found == 1
    }

    private func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        guard needsEscape(byte) else { return append(byte) }
        append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0D: append(UInt8(ascii: "r"))
        case 0x09: append(UInt8(ascii: "t"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        default:
            self += "u00".utf8
            self += byte.hexadecimal.utf8
        }
    }
}

extension UInt8 {
    /// Two digits.
    var hexadecimal: String {
        let digits = String(self, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
    }
}
