import WhatsApp
import Yams

/// What makes a text no YAML, in plain words, and where.
struct YAMLMistake {
    let message: String
    /// Nil where the whole file is meant.
    let place: Place?

    /// A mistake in the text whose lines are those of `source`.
    init(_ error: YamlError, in source: SourceText) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            self.init(problem, at: Place(mark), context.map { ($0.text, Place($0.mark)) }, in: source)
        case .reader(let problem, let offset, let value, let yaml):
            let escape = UInt32(exactly: value).flatMap(Unicode.Scalar.init)?.escape ?? "an escape like \\u0007"
            self.init(
                "This is not YAML: \(problem). Such a character is written as \(escape) in double quotes.",
                at: offset.map { source.place(ofCharacter: $0, in: yaml) })
        default: self.init("This is not YAML: \(error).", at: nil)
        }
    }

    private init(_ message: String, at place: Place?) {
        self.message = message
        self.place = place
    }

    private init(_ problem: String, at place: Place, _ context: (text: String, place: Place)?, in source: SourceText) {
        // What is not closed is better shown where it begins than at the end of the file.
        let isAtEnd = source.line(place.line)?.isBlank ?? true
        let isQuoted = context?.text.hasSuffix("quoted scalar") ?? false
        let isKey = problem == "could not find expected ':'"
        let isEarlier = isAtEnd || isKey || isQuoted && !problem.contains("escape")
        let place = isEarlier ? context?.place ?? place : place
        let explained = Self.explanation(problem, isQuoted: isQuoted, next: source.scalar(at: place))
        let reason = explained ?? "This is not YAML: \(problem)."
        let holdsPlaceholder = source.line(place.line)?.contains(/(^|[:\-,\[{])\s*\{[{%]/) ?? false
        self.init(holdsPlaceholder ? "A placeholder must stand in quotes: \"{{ name }}\"." : reason, at: place)
    }

    /// What people did, and what to do; nil for what happens rarely.
    private static func explanation(_ problem: String, isQuoted: Bool, next: Unicode.Scalar?) -> String? {
        switch problem {
        case "found unexpected end of stream" where isQuoted, "found unexpected document indicator":
            "The text that begins here is not closed by a quote."
        case "found character that cannot start any token" where next == "\t",
            "found a tab character where an indentation space is expected",
            "found a tab character that violates indentation":
            "A tab stands here. YAML is indented with spaces only."
        case "found character that cannot start any token":
            "Text that begins with '\(next.map(String.init) ?? "")' must stand in quotes."
        case "mapping values are not allowed in this context":
            "A field cannot begin here. Put a text with a colon in it in quotes, or mend the colon or the indentation of "
                + "the line above."
        case "could not find expected ':'": "A colon and a space are missing behind the name of a field."
        case "did not find expected key":
            "This fits nowhere. Indent the fields of a mapping alike; look for a quote too many or one that is missing."
        case "did not find expected <document start>":
            "This does not belong to what stands above. Look for a bracket or quote too many, a colon that is missing, or "
                + "a line that is indented less than the first."
        case "did not find expected node content":
            "A value is expected here. Look for a comma or bracket too many, or a bracket that is missing."
        case "did not find expected '-' indicator":
            "An element of the list is expected here. Begin it with '- ', and indent all elements alike."
        case "block sequence entries are not allowed in this context":
            "A list cannot begin here. Begin it on a line of its own."
        case "did not find expected ',' or '}'": "The { of this mapping is not closed by }, or a comma is missing."
        case "did not find expected ',' or ']'": "The [ of this list is not closed by ], or a comma is missing."
        case "found undefined alias": "No anchor has this name. A text that begins with * must stand in quotes."
        case "did not find expected alphabetic or numeric character":
            "A text that begins with * or & must stand in quotes."
        case "found unknown escape character":
            "Text in double quotes has no such character behind a backslash. Write \\\\, or use single quotes."
        case let problem where problem.hasPrefix("Maximum nesting level"): "This is nested too deep for a message."
        case "but found another document": "A second document begins here, but a template is one message."
        default: nil
        }
    }
}

extension Unicode.Scalar {
    /// As double quotes have it: `\u007f`, for what needs no more than four digits.
    var escape: String { "\\u" + ("000" + String(value, radix: 16)).suffix(4) }
}

extension Place {
    /// The place of a mark; of none if there is none.
    init(_ mark: Mark?) {
        self.init(line: mark?.line ?? 0, column: mark?.column ?? 0)
    }
}
