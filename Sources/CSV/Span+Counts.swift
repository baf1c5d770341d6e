extension Span<UInt8> {
    /// How often `byte` occurs.
    func occurrences(of byte: UInt8) -> Int {
        var occurrences = 0
        var start = 0
        while start < count {
            // A count of at most 255 fits a byte, which lets the compiler compare 16 bytes at once.
            let end = Swift.min(start + 255, count)
            var inBlock: UInt8 = 0
            for index in start..<end where self[index] == byte { inBlock &+= 1 }
            occurrences += Int(inBlock)
            start = end
        }
        return occurrences
    }

    /// How many lines end here; LF, CR LF and a lone CR each end one.
    var lineBreaks: Int {
        let lineFeeds = occurrences(of: ASCII.lineFeed)
        let carriageReturns = occurrences(of: ASCII.carriageReturn)
        return carriageReturns == 0 ? lineFeeds : lineFeeds + carriageReturns - pairs
    }

    /// How many code points begin here.
    var codePoints: Int {
        var codePoints = 0
        for index in indices where self[index] & 0b1100_0000 != 0b1000_0000 { codePoints += 1 }
        return codePoints
    }

    private var pairs: Int {
        var pairs = 0
        for index in indices.dropFirst()
        where self[index] == ASCII.lineFeed && self[index - 1] == ASCII.carriageReturn {
            pairs += 1
        }
        return pairs
    }
}
