import Liquid
import WhatsApp
import Yams

/// Texts that would reach people otherwise than their author meant them.
extension TemplateReader {
    /// Says what YAML leaves out of a text without quotes.
    mutating func reportDoubts(about scalar: Yams.Node.Scalar, at place: Place) {
        if let comment = source.comment(behind: scalar) {
            report(
                "comment",
                "'\(comment.word)' begins a comment, which is not sent. Put the text in quotes if it is part of it, or "
                    + "a space behind the # if it is not.", at: comment.place, .warning)
        }
        if let word = source.property(before: scalar), let first = word.first, !isKnown(property: word) {
            report(
                "not_quoted", "'\(word)' would not be sent: a text that begins with \(first) must stand in quotes.",
                at: place)
        }
    }

    /// Whether this is a type of YAML's own, or the name of an anchor that is referred to.
    private func isKnown(property word: String) -> Bool {
        if word.hasPrefix("&") { return respelling.text.contains("*" + word.dropFirst()) }
        return ["!", "!!str", "!!int", "!!float", "!!bool", "!!null"].contains(word)
    }

    /// What other programs put around a name.
    private static let brackets: [(Character, Character)] = [("{", "}"), ("[", "]"), ("<", ">"), ("%", "%")]

    /// Says which brackets are no placeholder, and are sent as they stand.
    mutating func reportBrackets(in texts: [String], at place: Place) {
        for text in texts {
            for (opening, closing) in Self.brackets {
                let parts = text.split(separator: opening, omittingEmptySubsequences: false).dropFirst()
                let inside =
                    opening == closing
                    ? Array(parts.dropLast())
                    : parts.compactMap { part in part.firstIndex(of: closing).map(part.prefix(upTo:)) }
                guard let name = inside.first(where: { names.hasColumn(named: String($0).trimmingSpaces) }) else {
                    continue
                }
                report(
                    "braces",
                    "'\(opening)\(name)\(closing)' is sent as it stands. A placeholder has two braces: "
                        + "{{ \(names.expression(for: String(name).trimmingSpaces)) }}.", at: place, .warning)
            }
            let lone = ["}}", "%}"].first { text.contains($0) }
            if let lone, text.count(where: { $0 == "{" }) < text.count(where: { $0 == "}" }) {
                report("braces", "'\(lone)' is sent as it stands: nothing opens it.", at: place, .warning)
            }
        }
    }
}
