import WhatsApp
import Yams

/// The lines of a template file, to say where in it a byte of a scalar stands.
struct SourceText {
    private let lines: [Substring]

    init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The place of the byte at `offset` of the scalar's text.
    ///
    /// However YAML folds a text, it changes only its white space: as much ink stands before a character in the file as
    /// in the text. Linear in the scalar.
    func place(of offset: Int, in scalar: Yams.Node.Scalar) -> Place {
        guard let mark = scalar.mark else { return .none }
        let bytes = scalar.string.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: offset, limitedBy: bytes.endIndex) ?? bytes.endIndex
        let before = scalar.string[..<start].unicodeScalars.count(where: \.isInk)
        let isInk = scalar.string[start...].unicodeScalars.first?.isInk ?? false
        var pen = Pen(lines: lines, mark, scalar.style)
        // White space, and the end, stand right behind the ink before them.
        for _ in 0..<(isInk ? before : max(before - 1, 0)) { pen.pass() }
        if isInk { return pen.next }
        if before > 0 { pen.pass() }
        return before > 0 ? pen.place : pen.next
    }

    /// The text of a line, from 1; nil where there is none.
    func line(_ number: Int) -> String? {
        lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
    }

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
    private let lines: [Substring]
    private let style: Yams.Node.Scalar.Style
    private var line: Int
    private var column = 1
    private var rest: Substring.UnicodeScalarView

    /// A pen at the first character of the text.
    init(lines: [Substring], _ mark: Mark, _ style: Yams.Node.Scalar.Style) {
        self.lines = lines
        self.style = style
        line = mark.line
        rest = lines.indices.contains(line - 1) ? lines[line - 1].unicodeScalars : Substring().unicodeScalars
        advance(mark.column - 1)
        skipProperties()
        switch style {
        case .literal, .folded: advance(rest.count)
        case .singleQuoted, .doubleQuoted: advance(1)
        default: break
        }
    }

    /// An anchor and a tag, such as `&name !!str`, stand before the text.
    private mutating func skipProperties() {
        while rest.first == "&" || rest.first == "!" {
            while rest.first?.isInk == true { advance(1) }
            skipBlanks()
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
                rest = lines[line - 1].unicodeScalars
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

    /// How wide white space is that stands next, also as an escape such as `\n`; nil where ink does.
    private func width(ofBlank text: Substring.UnicodeScalarView) -> Int? {
        guard let first = text.first else { return nil }
        if !first.isInk { return 1 }
        guard style == .doubleQuoted, first == "\\" else { return nil }
        guard let escaped = text.dropFirst().first else { return 1 }
        return "ntr \t".unicodeScalars.contains(escaped) ? 2 : nil
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

extension Unicode.Scalar {
    /// Whether folding leaves this as it is.
    fileprivate var isInk: Bool { self != " " && self != "\t" && self != "\n" && self != "\r" }
}
