/// A pattern of text and directives such as `%d.%m.%Y`, as Ruby's `strftime` has them: read once, for any moment.
struct DateFormat: Sendable {
    private enum Piece {
        /// Text and directives that the C library understands.
        case native(String)
        case secondsSince1970
        case zone
        case offset(isSplit: Bool)
    }

    private var pieces: [Piece] = []

    /// A directive that does not exist is an error in strict mode, otherwise it is passed through; so is one padded
    /// to a hundred places or more.
    init(_ pattern: String, mode: Mode) throws(RenderError) {
        var native = ""
        var rest = pattern[...]
        while let percent = rest.unicodeScalars.firstIndex(of: "%") {
            native += rest[..<percent]
            let directive = Self.directive(at: rest[percent...])
            rest = rest[directive.endIndex...]
            switch (Self.piece(of: directive), mode) {
            case (.native(let text), _): native += text
            case (let piece?, _):
                pieces += [.native(native), piece]
                native = ""
            case (nil, .lenient): native += "%" + directive
            case (nil, .strict): throw .unknownDateDirective(String(directive), filter: Filter.date.name)
            }
        }
        pieces.append(.native(native + rest))
        // NUL ends a text in C.
        if pattern.utf8.contains(0) { throw .unknownDateDirective(pattern, filter: Filter.date.name) }
    }

    /// The moment as text.
    func format(_ moment: Moment) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .native(let pattern): text += moment.formatted(pattern)
            case .secondsSince1970: text += String(moment.secondsSince1970)
            case .zone: text += moment.offset == 0 ? "UTC" : ""
            case .offset(let isSplit): text += moment.offsetText(isSplit: isSplit)
            }
        }
        return text
    }
}

extension DateFormat {
    /// `%`, flags, a width and a letter.
    private static func directive(at text: Substring) -> Substring {
        let end = text.unicodeScalars.dropFirst().firstIndex { !"-_0123456789^#:".unicodeScalars.contains($0) }
        return end.map { Substring(text.unicodeScalars[...$0]) } ?? text
    }

    /// Nil for a directive that does not exist.
    private static func piece(of directive: Substring) -> Piece? {
        let width = width(of: directive)
        let colons = directive.utf8.count { $0 == UInt8(ascii: ":") }
        guard let letter = directive.unicodeScalars.last, directive.utf8.count > 1, width < 100,
            colons == 0 || (colons == 1 && letter == "z")
        else { return nil }
        switch letter {
        case "%": return .native("%%")
        case "s": return .secondsSince1970
        // Moments are whole seconds.
        case "L": return .native(String(repeating: "0", count: width == 0 ? 3 : width))
        case "N": return .native(String(repeating: "0", count: width == 0 ? 9 : width))
        case "Z": return .zone
        case "z": return .offset(isSplit: colons == 1)
        default:
            let isKnown = "aAbBcCdDeFgGhHIjklmMnpPrRStTuUVwWxXyY".unicodeScalars.contains(letter)
            return isKnown ? .native(String(directive)) : nil
        }
    }

    /// To how many places a directive is padded.
    private static func width(of directive: Substring) -> Int {
        let digits = directive.filter(\.isWholeNumber)
        return digits.isEmpty ? 0 : Int(digits) ?? .max
    }
}

extension Moment {
    /// How far it is ahead of UTC: `+0200`, or `+02:00` where it is split.
    fileprivate func offsetText(isSplit: Bool) -> String {
        let minutes = abs(offset) / 60
        let digits = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return (offset < 0 ? "-" : "+") + digits.joined(separator: isSplit ? ":" : "")
    }
}
