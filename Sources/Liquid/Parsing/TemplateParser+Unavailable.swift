/// What to say of tags that are not there.
extension TemplateParser {
    static func unavailable(_ tag: Tag) -> Mistake {
        Mistake(offset: tag.offset, message: reason(tag.name))
    }

    private static func reason(_ name: String) -> String {
        switch name {
        case "":
            "This tag has no name."
        case "for", "endfor", "tablerow", "endtablerow", "cycle", "break", "continue", "ifchanged":
            "Loops are not available in message templates."
        case "increment", "decrement":
            "Counters are not available in message templates."
        case "include", "render", "section", "layout", "block":
            "Including other files is not available in message templates."
        case "liquid":
            "The 'liquid' tag is not available in message templates. Write each statement as a tag of its own."
        case "elsif", "else", "when", "endif", "endunless", "endcase", "endcapture", "endcomment", "endraw":
            "'\(name)' does not belong to an open block."
        default:
            "There is no tag '\(name)'.\(Spelling.hint(for: name, among: available))"
        }
    }

    private static let available = [
        "assign", "capture", "case", "comment", "echo", "else", "elsif", "if", "raw", "unless", "when", "endcapture",
        "endcase", "endcomment", "endif", "endraw", "endunless",
    ]
}
