/// A place in the file as an editor shows it.
struct TextPosition {
    /// The physical line, from 1.
    private(set) var line = 1
    /// The column, from 1, in code points.
    private(set) var column = 1

    private var followsCarriageReturn = false

    /// The place behind `bytes`, which begin here.
    func advanced(over bytes: ArraySlice<UInt8>) -> TextPosition {
        var position = self
        position.advance(over: bytes)
        return position
    }

    /// Moves behind `bytes`, which begin here and end with a whole code point.
    mutating func advance(over bytes: ArraySlice<UInt8>) {
        guard let first = bytes.first, let last = bytes.last else { return }
        // A CR LF cut by the end of a chunk was counted with its CR.
        let isCounted = followsCarriageReturn && first == ASCII.lineFeed
        line += bytes.span.lineBreaks - (isCounted ? 1 : 0)
        let lastBreak = bytes.lastIndex { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }
        let lineStart = lastBreak.map { $0 + 1 } ?? bytes.startIndex
        let codePoints = bytes.span.extracting((lineStart - bytes.startIndex)...).codePoints
        column = (lastBreak == nil ? column : 1) + codePoints
        followsCarriageReturn = last == ASCII.carriageReturn
    }
}
