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

    private mutating func field() -> String {
        let pieces = ["a", "bc", "\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", " ", "é", "😀", "\u{FEFF}"]
        return (0..<Int.random(in: 0...6, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }
}
