/// Looking at the bytes of a text.
extension Span<UInt8> {
    func allSatisfy(_ isFit: (UInt8) -> Bool) -> Bool { firstIndex { !isFit($0) } == nil }

    /// The first byte from `start` on that is wanted.
    func firstIndex(from start: Int = 0, where isWanted: (UInt8) -> Bool) -> Int? {
        for index in start..<count where isWanted(self[index]) { return index }
        return nil
    }

    /// Whether `text`, which is in lower case, stands at `start` in any case.
    func holds(_ text: String, at start: Int = 0) -> Bool {
        guard text.utf8.count <= count - start else { return false }
        var index = start
        for expected in text.utf8 {
            let byte = self[index]
            guard byte == expected || (byte.isCapital && byte | 0x20 == expected) else { return false }
            index += 1
        }
        return true
    }
}
