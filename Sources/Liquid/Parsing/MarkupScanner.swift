/// Cuts a template into text, outputs and tags, and applies white-space control.
struct MarkupScanner {
    /// What closes an output or a tag, together with `}`.
    private enum Closer: Character {
        case brace = "}"
        case percent = "%"

        var byte: UInt8 { self == .brace ? UInt8(ascii: "}") : UInt8(ascii: "%") }
    }

    let bytes: [UInt8]
    private var position = 0
    private var trimsNextText = false
    /// Where each closer comes next, found once: looking for it at every opening would take quadratic time.
    private var closings: [Closer: Int] = [:]

    init(_ source: String) {
        bytes = Array(source.utf8)
    }

    /// The next piece, nil at the end.
    ///
    /// After a mistake the scan goes on behind it.
    mutating func next() throws(Mistake) -> Markup? {
        guard position < bytes.count else { return nil }
        guard isOpening(at: position) else { return .text(scanText()) }
        let opening = position
        let isTag = bytes[opening + 1] == UInt8(ascii: "%")
        let content = try scanContent(closedBy: isTag ? .percent : .brace)
        return isTag ? .tag(tag(at: opening, content)) : .output(content)
    }

    /// Gives up the rest of the text.
    mutating func stop() {
        position = bytes.count
    }

    /// What is between a `raw` tag and its `endraw`, word for word; nil when there is none.
    mutating func scanRaw() -> Range<Int>? {
        let start = trimsNextText ? skipWhitespace(from: position) : position
        var end = start
        while let tag = nextTag(&end) {
            guard tag.name == "endraw" else { continue }
            return start..<max(start, end)
        }
        return nil
    }

    /// Skips to the `endcomment` of a `comment`, over comments and raw text inside it; false when there is none.
    mutating func skipComment() -> Bool {
        var depth = 1
        var end = position
        while let tag = nextTag(&end) {
            switch tag.name {
            case "comment": depth += 1
            case "endcomment": depth -= 1
            case "raw": guard scanRaw() != nil else { return false }
            default: break
            }
            if depth == 0 { return true }
        }
        return false
    }

    /// The next tag, nothing else being looked at; `textEnd` becomes the end of the text before it.
    private mutating func nextTag(_ textEnd: inout Int) -> Tag? {
        while position < bytes.count {
            guard isOpening(at: position), bytes[position + 1] == UInt8(ascii: "%") else {
                position += 1
                continue
            }
            let opening = position
            guard let closing = closing(.percent, from: opening + 2) else {
                stop()
                return nil
            }
            let content = trimmed(opening + 2..<closing)
            textEnd = content.lowerBound > opening + 2 ? whitespaceStart(before: opening) : opening
            return tag(at: opening, content)
        }
        return nil
    }
}

extension MarkupScanner {
    private func isOpening(at index: Int) -> Bool {
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "{") else { return false }
        return bytes[index + 1] == UInt8(ascii: "{") || bytes[index + 1] == UInt8(ascii: "%")
    }

    private mutating func scanText() -> Range<Int> {
        let start = trimsNextText ? skipWhitespace(from: position) : position
        trimsNextText = false
        while position < bytes.count, !isOpening(at: position) { position += 1 }
        let isTrimmed = position + 2 < bytes.count && bytes[position + 2] == UInt8(ascii: "-")
        let end = isTrimmed ? whitespaceStart(before: position) : position
        return start..<max(start, end)
    }

    private mutating func scanContent(closedBy closer: Closer) throws(Mistake) -> Range<Int> {
        let opening = position
        guard let closing = closing(closer, from: opening + 2) else {
            stop()
            throw unclosed(closer, at: opening)
        }
        if let nested = nestedOpening(in: opening + 2..<closing) {
            position = nested
            throw unclosed(closer, at: opening)
        }
        return trimmed(opening + 2..<closing)
    }

    private func unclosed(_ closer: Closer, at opening: Int) -> Mistake {
        let start = closer == .brace ? "{{" : "{%"
        return Mistake(offset: opening, message: "'\(start)' is not closed by '\(closer.rawValue)}'.")
    }

    /// The content without its hyphens; moves behind it.
    private mutating func trimmed(_ content: Range<Int>) -> Range<Int> {
        position = content.upperBound + 2
        let hyphen = UInt8(ascii: "-")
        let start = bytes[content].first == hyphen ? content.lowerBound + 1 : content.lowerBound
        trimsNextText = start < content.upperBound && bytes[content.upperBound - 1] == hyphen
        return start..<(trimsNextText ? content.upperBound - 1 : content.upperBound)
    }

    private mutating func closing(_ closer: Closer, from start: Int) -> Int? {
        if let known = closings[closer], known >= start { return known < bytes.count ? known : nil }
        var index = start
        while index < bytes.count, !isClosing(closer, at: index) { index += 1 }
        closings[closer] = index
        return index < bytes.count ? index : nil
    }

    private func isClosing(_ closer: Closer, at index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == closer.byte && bytes[index + 1] == UInt8(ascii: "}")
    }

    /// Where another output or tag is opened inside of one, not counting quoted text.
    private func nestedOpening(in content: Range<Int>) -> Int? {
        var quote: UInt8?
        for index in content {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if isOpening(at: index) {
                return index
            }
        }
        return nil
    }

    private func tag(at offset: Int, _ content: Range<Int>) -> Tag {
        let start = min(skipWhitespace(from: content.lowerBound), content.upperBound)
        let isComment = start < content.upperBound && bytes[start] == UInt8(ascii: "#")
        let word = bytes[start..<content.upperBound].prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
        let end = isComment ? start + 1 : word.endIndex
        return Tag(
            offset: offset, name: String(decoding: bytes[start..<end], as: UTF8.self),
            arguments: end..<content.upperBound)
    }

    private func skipWhitespace(from start: Int) -> Int {
        bytes[start...].firstIndex { !$0.isWhitespace } ?? bytes.count
    }

    private func whitespaceStart(before end: Int) -> Int {
        bytes[..<end].lastIndex { !$0.isWhitespace }.map { $0 + 1 } ?? 0
    }
}
