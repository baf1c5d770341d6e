extension SplitMix64 {
    mutating func rows() -> [[String]] {
        (0..<Int.random(in: 1...30, using: &self)).map { _ in
            (0..<Int.random(in: 1...5, using: &self)).map { _ in field() }
        }
    }

    mutating func chunks(of bytes: [UInt8]) -> [[UInt8]] {
        var chunks: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(Int.random(in: 1...40, using: &self))
            chunks.append(Array(chunk))
            rest = rest.dropFirst(chunk.count)
        }
        return chunks
    }

    /// Mostly what CSV cares about; now and then an encoding error or NUL.
    mutating func bytes() -> [UInt8] {
        let pieces = ["a", "\"", "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", " ", "é", "\"b\",", "\u{FEFF}"]
        return (0..<Int.random(in: 0...14, using: &self)).flatMap { _ -> [UInt8] in
            switch Int.random(in: 0..<60, using: &self) {
            case 0: [0x00]
            case 1: [0xE2, 0x82]
            case 2: [0xFF]
            case 3: [0xFE]
            default: Array((pieces.randomElement(using: &self) ?? "a").utf8)
            }
        }
    }

    /// Bytes as in `bytes()`, those of UTF-16 with lone surrogates and halves of units, and any bytes at all.
    mutating func encodedBytes() -> [UInt8] {
        switch Int.random(in: 0..<4, using: &self) {
        case 0: return bytes()
        case 1:
            return (0..<Int.random(in: 0...12, using: &self)).map { _ in UInt8.random(in: .min ... .max, using: &self) }
        default:
            let order = Bool.random(using: &self) ? UTF16Order.bigEndian : .littleEndian
            let units: [UInt16] = [
                0x61, 0x22, 0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0xE9, 0x20AC, 0xD83D, 0xD83D, 0xDE00, 0xDE00,
            ]
            let text = (0..<Int.random(in: 0...12, using: &self)).map { _ in units.randomElement(using: &self) ?? 0 }
            let bytes = order.bytes([0xFEFF] + text)
            return Int.random(in: 0..<8, using: &self) == 0 ? bytes.dropLast() : bytes
        }
    }

    private mutating func field() -> String {
        let pieces = ["a", "bc", "\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", " ", "é", "😀", "\u{FEFF}"]
        return (0..<Int.random(in: 0...6, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }
}
