/// Looking at the bytes of a text.
extension Span<UInt8> {
    func allSatisfy(_ isFit: (UInt8) -> Bool) -> Bool { firstIndex { !isFit($0) } == nil }

    /// The first byte from `start` on that is wanted.
    func firstIndex(from start: Int = 0, where isWanted: (UInt8) -> Bool) -> Int? {
        for index in start..<count where isWanted(self[index]) { return index }
        return nil
    }

    /// Whether `text`, which is ASCII in lower case, stands at `start` in any case.
    func holds(_ text: StaticString, at start: Int = 0) -> Bool {
        guard text.utf8CodeUnitCount <= count - start else { return false }
        for offset in 0..<text.utf8CodeUnitCount {
            let (byte, expected) = unsafe (self[start + offset], text.utf8Start[offset])
            guard byte == expected || (byte.isCapital && byte | 0x20 == expected) else { return false }
        }
        return true
    }
}
