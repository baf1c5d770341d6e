import Testing

@testable import Campaigns

/// What is no YAML: the usual mistakes in plain words, at their places.
@Suite struct WrongYAMLTests {
    @Test(
        arguments: [
            ("type: text\n\ttext: a", 2, 1, "A tab stands here."),
            ("type: text\ntext:\n  body: a\n\tpreview_url: true", 4, 1, "A tab stands here."),
            ("type: text\n  text: a", 2, 7, "A field cannot begin here."),
            ("type: text\ntext:\n  body: Hello: you", 3, 14, "A field cannot begin here."),
            ("type text\ntext:\n  body: a", 2, 5, "the colon or the indentation of the line above"),
            ("type: text\ntext\n", 2, 1, "A colon and a space are missing"),
            ("type: text\ntext: { body: \"a }\n", 2, 15, "is not closed by a quote"),
            ("type: text\ntext: { body: 'a }\n", 2, 15, "is not closed by a quote"),
            ("type: text\ntext:\n  body: 'It's me'", 3, 13, "look for a quote"),
            ("type: text\ntext:\n    body: a\n  preview_url: true", 4, 3, "Indent the fields of a mapping alike"),
            ("type: text\ntext: { body: \"a\"\n", 2, 7, "is not closed by }"),
            ("type: text\ntext: { body: \"a\" preview_url: true }", 2, 19, "a comma is missing"),
            ("type: text\ntext: { body: [a, b }", 2, 21, "is not closed by ]"),
            ("type: text\ntext:\n  body: {{ name }} hello", 3, 20, "A placeholder must stand in quotes"),
            ("type: text\ntext:\n  body: {% if name %}a{% endif %}", 3, 10, "A placeholder must stand in quotes"),
            ("type: text\ntext:\n  body: @you", 3, 9, "begins with '@' must stand in quotes"),
            ("type: text\ntext:\n  body: *bold* text", 3, 14, "begins with * or & must stand in quotes"),
            ("type: text\ntext: { body: *x }", 2, 15, "No anchor has this name."),
            ("type: text\ntext:\n  body: \"a \\d\"", 3, 12, "Write \\\\, or use single quotes"),
            ("type: text\ntext:\n  body: \"a\u{7}b\"", 3, 11, "control characters are not allowed"),
            ("type: text\ntext:\n  body: é\u{7F}b", 3, 10, "is written as \\u007f in double quotes"),
            ("type: text\ntext:\n  body: a\u{2028}b", 3, 10, "write \\u2028 in double quotes"),
            ("{\"type\": \"text\", \"text\": {\"body\": \"a\u{85}b\"}}", 1, 37, "write \\u0085 in double quotes"),
            ("type: template\ntemplate: - a", 2, 11, "Begin it on a line of its own"),
            ("type: text\ntext:\n  - a\n  b: c", 4, 3, "Begin it with '- '"),
            ("{\"type\": \"text\"}}", 1, 17, "a bracket or quote too many"),
            ("  type: text\ntext: { body: a }", 2, 1, "indented less than the first"),
            ("type: text\ntext: { body: , , a: b }", 2, 17, "a comma or bracket too many"),
            ("type: text\n---\ntype: text", 2, 1, "a template is one message"),
            ("type: text\ntext: " + String(repeating: "[", count: 1100), 2, 8, "nested too deep"),
            ("{\"type\": \"text\"\n \"text\": {}}", 2, 2, "a comma is missing"),
        ] as [(String, Int, Int, String)])
    func `the usual mistakes are explained`(_ text: String, _ line: Int, _ column: Int, _ says: String) throws {
        let findings = mistakes(text)
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(finding.code == "not_yaml")
        #expect(finding.line == line, "\(finding)")
        #expect(finding.column == column, "\(finding)")
        #expect(finding.message.contains(says), "\(finding)")
        #expect(finding.excerpt != nil)
    }

    /// A file of many keys that stand there twice is refused, and does not keep anybody waiting.
    @Test func `keys without end are refused`() {
        let twice = (0..<200).map { "k\($0): a\nk\($0): b\n" }.joined()
        #expect(mistakes(twice).map(\.code) == ["duplicate_field"])
    }
}
