/// The encoding windows-1252: one byte a character.
enum Windows1252 {
    /// The characters of the bytes 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252).
    ///
    /// Nil for the five that Microsoft leaves undefined. The standard makes them control characters, which browsers
    /// need; in a list of recipients they mean that the file is in another encoding.
    private static let specials: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]

    /// Adds the UTF-8 of `bytes`; returns what is wrong behind it, if anything.
    static func decode(_ bytes: [UInt8], into text: inout [UInt8]) -> CSVError.Kind? {
        // To append nothing would write to the storage that all empty arrays share.
        if bytes.isEmpty { return nil }
        var fault: CSVError.Kind?
        // "€" takes three bytes, and no other character more.
        text.append(addingCapacity: bytes.count * 3) { text in
            for byte in bytes {
                guard let scalar = scalar(byte) else {
                    fault = .notWindows1252
                    return
                }
                text.append(scalar)
            }
        }
        return fault
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        // The other bytes are Latin-1, whose characters have the numbers of their bytes.
        0x80..<0xA0 ~= byte ? specials[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }
}
