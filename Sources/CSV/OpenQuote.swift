/// Where the quoted field opened in which the text read so far ends.
///
/// It holds for text in which every quote is in its place, so that each one opens a field, closes one, or is
/// half of an escaped quote, which closes and opens again.
struct OpenQuote {
    /// The place of the quote that opened the last field; it counts only while that field is not closed.
    private(set) var position = TextPosition()

    private var isInside = false
    private var followsQuote = false

    /// Goes over `bytes`, which begin at `start`.
    mutating func advance(over bytes: ArraySlice<UInt8>, from start: TextPosition) {
        guard let last = bytes.last else { return }
        if !bytes.span.occurrences(of: ASCII.quote).isMultiple(of: 2) { isInside.toggle() }
        // A quote at the end may be half of an escaped one: the next bytes may tell that the field is still open.
        if isInside || last == ASCII.quote {
            let inside = isInside ? bytes : bytes.dropLast()
            if let opening = openingQuote(before: inside) { position = start.advanced(over: bytes[..<opening]) }
        }
        followsQuote = last == ASCII.quote
    }

    /// The quote in `bytes` that opens the field in which they end; nil where the field opened before them.
    private func openingQuote(before bytes: ArraySlice<UInt8>) -> Int? {
        var rest = bytes
        while let quote = rest.lastIndex(of: ASCII.quote) {
            let isEscaped = quote == bytes.startIndex ? followsQuote : bytes[quote - 1] == ASCII.quote
            if !isEscaped { return quote }
            rest = rest[..<quote].dropLast()
        }
        return nil
    }
}
