/// A pattern of text and directives such as `%d.%m.%Y`, as Ruby's `strftime` has them.
struct DateFormat {
    let pattern: String

    /// The moment as text.
    ///
    /// A directive that does not exist is an error in strict mode, otherwise it is passed through; so is one padded
    /// to a hundred places or more.
    func format(_ moment: Moment, _ call: Call) throws(RenderError) -> String {
        var text = ""
        var rest = pattern.unicodeScalars[...]
        while let percent = rest.firstIndex(of: "%") {
            text.unicodeScalars += rest[..<percent]
            let directive = Self.directive(at: rest[percent...])
            rest = rest[directive.endIndex...]
            guard let part = try Self.text(of: directive, moment) else {
                guard call.mode == .lenient else {
                    throw .unknownDateDirective(String(directive), filter: call.filter)
                }
                text.unicodeScalars += directive
                continue
            }
            text += part
        }
        text.unicodeScalars += rest
        return text
    }

    /// `%`, flags, a width and a letter.
    private static func directive(at text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        let end = text.dropFirst().firstIndex { !"-_0123456789^#:".unicodeScalars.contains($0) }
        return end.map { text[...$0] } ?? text
    }

    /// Nil for a directive that does not exist.
    private static func text(
        of directive: Substring.UnicodeScalarView, _ moment: Moment
    ) throws(RenderError) -> String? {
        guard let letter = directive.last, directive.count <= 5, directive.count > 1 else { return nil }
        switch letter {
        case "%": return "%"
        case "s": return String(moment.secondsSince1970)
        case "L": return "000"
        case "N": return "000000000"
        case "Z" where moment.offset == 0: return "UTC"
        case "Z": return ""
        case "z": return zone(of: moment, isSplit: directive.contains(":"))
        default:
            guard "aAbBcCdDeFgGhHIjklmMnpPrRStTuUVwWxXyY".unicodeScalars.contains(letter) else { return nil }
            return moment.formatted(String(directive))
        }
    }

    private static func zone(of moment: Moment, isSplit: Bool) -> String {
        let minutes = abs(moment.offset) / 60
        let digits = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return (moment.offset < 0 ? "-" : "+") + digits.joined(separator: isSplit ? ":" : "")
    }
}
