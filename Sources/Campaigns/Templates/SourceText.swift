import WhatsApp
import Yams

/// The lines of a template file, to say where in it a byte of a scalar stands.
struct SourceText {
    private let lines: [String]
    /// At the scalar whose places were asked for last: the next one mostly begins behind it in the same line.
    private var bookmark: Pen

    init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        bookmark = Pen(lines: lines)
    }

    /// The places of the bytes at `offsets`, which ascend, of the scalar's text.
    ///
    /// However YAML folds a text, it changes only its white space: as much ink stands before a character in the file as
    /// in the text. Linear in the scalar and what stands between it and the last one, however many places are asked
    /// for; in the scalar's line where the last one stands behind it, as for an alias.
    mutating func places(of offsets: [Int], in scalar: Yams.Node.Scalar) -> [Place] {
        guard let mark = scalar.mark else { return offsets.map { _ in .none } }
        bookmark.go(to: mark)
        var pen = bookmark
        pen.begin(scalar.style)
        var rest = scalar.string.unicodeScalars[...]
        var position = 0
        var hasPassed = false
        return offsets.map { offset in
            while position < offset, let next = rest.popFirst() {
                position += UTF8.width(next)
                guard next.isInk else { continue }
                pen.pass()
                hasPassed = true
            }
            // White space, and the end, stand right behind the ink before them.
            return hasPassed && rest.first?.isInk != true ? pen.place : pen.next
        }
    }

    /// A word such as `#1` behind a text without quotes, and its place: to YAML it is a comment, to its author perhaps
    /// the rest of the text.
    mutating func comment(behind scalar: Yams.Node.Scalar) -> (word: String, place: Place)? {
        pen(atPlain: scalar)?.comment(behind: scalar.string)
    }

    /// A word such as `!important` or `&Co` that stands before a text without quotes, and is no part of it to YAML.
    mutating func property(before scalar: Yams.Node.Scalar) -> String? {
        pen(atPlain: scalar)?.property
    }

    private mutating func pen(atPlain scalar: Yams.Node.Scalar) -> Pen? {
        guard scalar.style == .plain, let mark = scalar.mark else { return nil }
        bookmark.go(to: mark)
        return bookmark
    }

    /// The text of a line, from 1; nil where there is none.
    func line(_ number: Int) -> String? { lines.indices.contains(number - 1) ? lines[number - 1] : nil }

    /// What stands at a place, if it is not the end of a line.
    func scalar(at place: Place) -> Unicode.Scalar? {
        line(place.line)?.unicodeScalars.dropFirst(place.column - 1).first
    }

    /// The place of the character at `offset` of `text`, of which these are the lines.
    func place(ofCharacter offset: Int, in text: String) -> Place {
        let before = text.prefix(offset)
        let line = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).last ?? before
        return Place(line: before.count(where: \.isNewline) + 1, column: line.unicodeScalars.count + 1)
    }
}

/// Goes over a scalar as it stands in the file, from ink to ink.
private struct Pen {
    private let lines: [String]
    private var style = Yams.Node.Scalar.Style.any
    private var line = 0
    private var column = 1
    private var rest = Substring().unicodeScalars

    init(lines: [String]) {
        self.lines = lines
    }

    /// Goes to where a scalar begins.
    mutating func go(to mark: Mark) {
        if mark.line != line || mark.column < column {
            line = mark.line
            column = 1
            rest = lines.indices.contains(line - 1) ? lines[line - 1].unicodeScalars[...] : Substring().unicodeScalars
        }
        advance(mark.column - column)
    }

    /// Goes on to the first character of the scalar's text.
    mutating func begin(_ style: Yams.Node.Scalar.Style) {
        self.style = style
        skipProperties()
        switch style {
        case .literal, .folded: advance(rest.count)
        case .singleQuoted, .doubleQuoted: advance(1)
        default: break
        }
    }

    /// An anchor and a tag, such as `&name !!str`, stand before the text, perhaps with comments behind them.
    private mutating func skipProperties() {
        while rest.first == "&" || rest.first == "!" {
            while rest.first?.isInk == true { advance(1) }
            skipBlanks()
            while rest.first == "#" {
                advance(rest.count)
                skipBlanks()
            }
        }
    }

    /// Where it stands.
    var place: Place { Place(line: line, column: column) }

    /// Where the next ink stands.
    var next: Place {
        var pen = self
        pen.skipBlanks()
        return pen.place
    }

    /// The word that stands next, if it is an anchor or a tag.
    var property: String? {
        rest.first == "&" || rest.first == "!" ? String(rest.prefix(while: \.isInk)) : nil
    }

    /// A word that begins with `#` in the line of `text`, which stands here.
    func comment(behind text: String) -> (word: String, place: Place)? {
        guard rest.starts(with: text.unicodeScalars) else { return nil }
        let word = rest.dropFirst(text.unicodeScalars.count).drop { !$0.isInk }.prefix(while: \.isInk)
        guard word.first == "#", let second = word.dropFirst().first,
            second == "{" || second.properties.generalCategory.isOfWords
        else { return nil }
        let distance = rest.distance(from: rest.startIndex, to: word.startIndex)
        return (String(word), Place(line: line, column: column + distance))
    }

    /// Goes over the next ink.
    mutating func pass() {
        skipBlanks()
        advance(width)
    }

    private mutating func skipBlanks() {
        while true {
            if let blank = width(ofBlank: rest) {
                advance(blank)
            } else if rest.isEmpty, lines.indices.contains(line) {
                line += 1
                column = 1
                rest = lines[line - 1].unicodeScalars[...]
            } else {
                return
            }
        }
    }

    private mutating func advance(_ count: Int) {
        // Counting the rest of the line would take as long as the line is.
        for _ in 0..<count where !rest.isEmpty {
            rest.removeFirst()
            column += 1
        }
    }

    /// How wide white space is that stands next, also as an escape such as `\n` or `\u0020`; nil where ink does.
    private func width(ofBlank text: Substring.UnicodeScalarView) -> Int? {
        guard let first = text.first else { return nil }
        if !first.isInk { return 1 }
        guard style == .doubleQuoted, first == "\\" else { return nil }
        guard let escaped = text.dropFirst().first else { return 1 }
        if "ntr \t".unicodeScalars.contains(escaped) { return 2 }
        let code = text.dropFirst(2).prefix(width - 2)
        let character = UInt32(String(code), radix: 16).flatMap(Unicode.Scalar.init)
        return character?.isInk == false ? width : nil
    }

    /// How wide the ink is that stands next: escapes are wider than what they stand for.
    private var width: Int {
        let second = rest.dropFirst().first
        switch (style, rest.first) {
        case (.singleQuoted, "'"): return 2
        case (.doubleQuoted, "\\"):
            return switch second {
            case "x": 4
            case "u": 6
            case "U": 10
            default: 2
            }
        default: return 1
        }
    }
}

extension Unicode.GeneralCategory {
    /// Letters and digits.
    fileprivate var isOfWords: Bool {
        switch self {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .decimalNumber: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// Whether folding leaves this as it is.
    fileprivate var isInk: Bool { self != " " && self != "\t" && self != "\n" && self != "\r" }
}
