import WhatsApp

/// A template's text as YAML reads it, and which place of the file a place in it is.
///
/// Two things of JSON are unknown to YAML: a character beyond the basic plane as the escapes of two surrogates
/// (`\ud83d\udc4d`, RFC 8259 §7), which becomes the character itself, and a delete character that is not escaped, which
/// becomes an escape. That is so in double quotes only; nothing else is touched, and lines stay lines.
struct Respelling {
    private(set) var text: String
    /// What was respelt in each line, from left to right.
    private var changes: [Int: [Change]] = [:]
    private var state = State.canOpen

    /// What the next character belongs to.
    private enum State {
        /// Neither a text nor a comment: a quote opens a text here.
        case canOpen
        /// Something without quotes, in which a quote is a quote.
        case plain
        case singleQuoted, doubleQuoted
    }

    private struct Change {
        /// Where the text goes on behind it.
        let end: Int
        /// How much wider the line is in the file up to there.
        let surplus: Int
    }

    /// Linear in the text.
    init(_ file: TemplateFile) {
        text = file.text
        guard file.isJSON, text.contains("\\u") || text.utf8.contains(0x7F) else { return }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var end = text.startIndex
        var result = ""
        for (index, line) in lines.enumerated() {
            result += text[end..<line.startIndex]
            result += respelt(line, number: index + 1)
            end = line.endIndex
        }
        text = result
    }

    /// The place in the file.
    ///
    /// Takes as many steps as the number of changes in the line has binary digits.
    func original(of place: Place) -> Place {
        guard let changes = changes[place.line] else { return place }
        var before = 0
        var behind = changes.count
        while before < behind {
            let middle = (before + behind) / 2
            if changes[middle].end <= place.column { before = middle + 1 } else { behind = middle }
        }
        return Place(line: place.line, column: place.column + (before > 0 ? changes[before - 1].surplus : 0))
    }

    private mutating func respelt(_ line: Substring, number: Int) -> String {
        let source = Array(line.utf8)
        var result: [UInt8] = []
        var column = 1
        var surplus = 0
        var index = 0
        while index < source.count {
            let (length, replacement) = change(source[index...], after: index > 0 ? source[index - 1] : nil)
            if let replacement {
                let width = replacement.unicodeScalars.count
                result += replacement.utf8
                column += width
                surplus += length - width
                changes[number, default: []].append(Change(end: column, surplus: surplus))
            } else {
                result += source[index..<index + length]
                column += source[index..<index + length].count { $0 & 0xC0 != 0x80 }
            }
            index += length
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// How many of the bytes stay together, and what is written for them if they do not stay.
    private mutating func change(_ bytes: ArraySlice<UInt8>, after: UInt8?) -> (length: Int, replacement: String?) {
        switch (state, bytes.first) {
        case (.doubleQuoted, UInt8(ascii: "\\")):
            if let character = bytes.prefix(12).surrogatePair { return (12, character) }
            // An escape and what it escapes stay together, so that `\\u` is no escape of a character.
            return (min(2, bytes.count), nil)
        case (.doubleQuoted, 0x7F): return (1, "\\u007f")
        case (.doubleQuoted, UInt8(ascii: "\"")): state = .plain
        case (.doubleQuoted, _): break
        case (.singleQuoted, UInt8(ascii: "'")):
            if bytes.dropFirst().first == UInt8(ascii: "'") { return (2, nil) }
            state = .plain
        case (.singleQuoted, _): break
        default: return (passOutside(bytes, after: after), nil)
        }
        return (1, nil)
    }

    /// Passes what stands outside of quotes; returns how many of the bytes that is.
    private mutating func passOutside(_ bytes: ArraySlice<UInt8>, after: UInt8?) -> Int {
        switch (state, bytes.first) {
        case (_, UInt8(ascii: "#")) where after.map({ $0 <= 0x20 }) != false: return bytes.count
        case (_, UInt8(ascii: " ")), (_, UInt8(ascii: "\t")): break
        case (_, UInt8(ascii: "{")), (_, UInt8(ascii: "[")), (_, UInt8(ascii: ",")), (_, UInt8(ascii: ":")):
            state = .canOpen
        case (.canOpen, UInt8(ascii: "\"")): state = .doubleQuoted
        case (.canOpen, UInt8(ascii: "'")): state = .singleQuoted
        // A tag or an anchor, behind which the text begins.
        case (.canOpen, UInt8(ascii: "!")), (.canOpen, UInt8(ascii: "&")): return bytes.prefix { $0 > 0x20 }.count
        default: state = .plain
        }
        return 1
    }
}

extension ArraySlice<UInt8> {
    /// The character that twelve bytes of two escapes stand for.
    fileprivate var surrogatePair: String? {
        guard count == 12, let high = prefix(6).escapedUnit, let low = suffix(6).escapedUnit else { return nil }
        guard UTF16.isLeadSurrogate(high), UTF16.isTrailSurrogate(low) else { return nil }
        return String(decoding: [high, low], as: UTF16.self)
    }

    /// The code unit of `\u` and four hexadecimal digits.
    private var escapedUnit: UInt16? {
        guard starts(with: "\\u".utf8) else { return nil }
        return UInt16(String(decoding: dropFirst(2), as: UTF8.self), radix: 16)
    }
}
