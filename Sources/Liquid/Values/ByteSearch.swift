/// Finds text in text byte by byte, as Ruby does: a line feed is found inside a CR LF, which to Swift is one character.
enum ByteSearch {
    /// Where `needle` occurs first in `haystack` at or after `start`; the empty needle occurs everywhere.
    static func firstRange(of needle: [UInt8], in haystack: [UInt8], from start: Int = 0) -> Range<Int>? {
        guard let first = needle.first else { return start..<start }
        // The standard library's search takes linear time but some microseconds to set up.
        guard needle.count <= 32 else { return haystack[start...].firstRange(of: needle) }
        var position = start
        while position + needle.count <= haystack.count {
            let range = position..<position + needle.count
            if haystack[position] == first && haystack[range].elementsEqual(needle) { return range }
            position += 1
        }
        return nil
    }

    /// Where `needle` occurs last in `haystack`.
    static func lastRange(of needle: [UInt8], in haystack: [UInt8]) -> Range<Int>? {
        firstRange(of: needle.reversed(), in: haystack.reversed()).map { mirrored in
            haystack.count - mirrored.upperBound..<haystack.count - mirrored.lowerBound
        }
    }
}

extension UInt8 {
    /// Space, tab, line feed, vertical tab, form feed, carriage return.
    var isWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

    var isDigit: Bool { (0x30...0x39).contains(self) }

    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    /// Of a capital letter of ASCII the small one; any other byte as it is.
    var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

    /// Of a small letter of ASCII the capital; any other byte as it is.
    var uppercased: UInt8 { (0x61...0x7A).contains(self) ? self & 0xDF : self }
}
