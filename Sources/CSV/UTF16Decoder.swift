/// Turns UTF-16 into UTF-8, chunk by chunk (RFC 2781 §2).
struct UTF16Decoder {
    private let isBigEndian: Bool
    /// Up to three bytes of a character whose end has not come.
    private var unfinished: [UInt8] = []

    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    /// Adds the text of the bytes that follow those of the last call; returns what is wrong behind it, if anything.
    mutating func decode(_ bytes: [UInt8], isLast: Bool, into text: inout [UInt8]) -> CSVError.Kind? {
        let bytes = unfinished.isEmpty ? bytes : unfinished + bytes
        if bytes.isEmpty { return nil }
        var end = (length: 0, isLoneSurrogate: false)
        // To append nothing would write to the storage that all empty arrays share.
        if bytes.count > 1 {
            // Two bytes become at most three, four become four.
            text.append(addingCapacity: bytes.count / 2 * 3) { text in
                end = convert(bytes.span, into: &text)
            }
        }
        unfinished = Array(bytes[end.length...])
        if end.isLoneSurrogate { return .notUTF16 }
        return isLast && !unfinished.isEmpty ? .cutOff : nil
    }

    /// Converts up to a lone surrogate, or an unfinished character at the end.
    private func convert(
        _ bytes: Span<UInt8>, into text: inout OutputSpan<UInt8>
    ) -> (length: Int, isLoneSurrogate: Bool) {
        var index = 0
        while index + 1 < bytes.count {
            let unit = unit(at: index, of: bytes)
            if let scalar = Unicode.Scalar(unit) {
                text.append(scalar)
                index += 2
                continue
            }
            guard UTF16.isLeadSurrogate(unit) else { return (index, true) }
            guard index + 3 < bytes.count else { return (index, false) }
            guard let scalar = pair(unit, self.unit(at: index + 2, of: bytes)) else { return (index, true) }
            text.append(scalar)
            index += 4
        }
        return (index, false)
    }

    private func unit(at index: Int, of bytes: Span<UInt8>) -> UInt16 {
        let first = UInt16(bytes[index])
        let second = UInt16(bytes[index + 1])
        return isBigEndian ? first << 8 | second : second << 8 | first
    }

    private func pair(_ lead: UInt16, _ trail: UInt16) -> Unicode.Scalar? {
        guard UTF16.isTrailSurrogate(trail) else { return nil }
        return Unicode.Scalar(0x1_0000 + UInt32(lead & 0x3FF) << 10 + UInt32(trail & 0x3FF))
    }
}
