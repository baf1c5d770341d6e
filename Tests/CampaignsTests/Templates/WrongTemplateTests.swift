import Testing

@testable import Campaigns

@Suite struct WrongTemplateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let code: String
        let line: Int?
        let column: Int?
        /// A part of the message.
        let says: String

        init(_ text: String, _ code: String, _ line: Int?, _ column: Int?, _ says: String) {
            self.text = text
            self.code = code
            self.line = line
            self.column = column
            self.says = says
        }

        var testDescription: String { "\(code): \(text)" }
    }

    static let syntax = [
        Case("", "empty_template", nil, nil, "empty"),
        Case("\n# only a comment\n", "empty_template", nil, nil, "empty"),
        Case("type: text\ntext: { body: \"a\"\n", "not_yaml", 3, 1, "not YAML"),
        Case("type: text\n  text: a", "not_yaml", 2, 7, "not YAML"),
        Case("type: text\ntext: { body: \"a }\n", "not_yaml", 3, 1, "not YAML"),
        Case("type: text\n\ttext: a", "not_yaml", 2, 1, "not YAML"),
        Case("type: text\ntext: { body: *x }", "not_yaml", 2, 15, "not YAML"),
        Case("type: text\n---\ntype: text", "not_yaml", 2, 1, "not YAML"),
        Case("type: text\ntext: { body: {{ name }} }", "not_quoted", 2, 16, "in quotes: \"{{ name }}\""),
        Case("type: text\ntext: { body: a }\ntype: text", "duplicate_field", 1, 1, "'type' stands here twice"),
        Case("type: text\ntext:\n  body: a\n  body: b", "duplicate_field", 3, 3, "'body' stands here twice"),
    ]

    static let shapes = [
        Case("Hello", "wrong_kind", 1, 1, "is a text; "),
        Case("- type: text", "wrong_kind", 1, 1, "is a list; "),
        Case("text: { body: a }", "missing_field", 1, 1, "'type'"),
        Case("type: texte\ntext: { body: a }", "unknown_word", 1, 7, "Did you mean 'text'?"),
        Case("type: text\ntexte: { body: a }\ntext: { body: a }", "unknown_field", 2, 1, "Did you mean 'text'?"),
        Case("type: text\ntext: { body: a, boddy: b }", "unknown_field", 2, 18, "Did you mean 'body'?"),
        Case("type: text", "missing_field", 1, 1, "'text'"),
        Case("type: text\ntext: {}", "missing_field", 2, 7, "'body'"),
        Case("type: text\ntext: Hi", "wrong_kind", 2, 7, "is a text; "),
        Case("type: text\ntext: { body: [a] }", "wrong_kind", 2, 15, "is a list; a text is needed"),
        Case("type: text\ntext: { body: }", "wrong_kind", 2, 15, "is nothing; a text is needed"),
        Case("type: text\ntext: { body: true }", "wrong_kind", 2, 15, "is true or false; a text is needed"),
        Case("type: text\ntext: { body: a, preview_url: yes }", "not_a_boolean", 2, 31, "'yes'"),
        Case("type: text\ntext: { body: \" \" }", "missing_value", 2, 15, "is empty"),
        Case("type: image\nimage: { url: \"https://example.com/a\" }", "unknown_field", 2, 10, "Did you mean 'link'?"),
        Case("type: \"{{ name }}\"\ntext: { body: a }", "invalid_value", 1, 7, "must be written out"),
    ]

    static let placeholders = [
        Case("type: text\ntext: { body: \"{{ nam }}\" }", "placeholder", 2, 19, "Did you mean 'name'?"),
        Case(
            "type: text\ntext: { body: 'Hi {{ row[\"Nam\"] }}' }", "placeholder", 2, 26, "Did you mean row[\"name\"]?"),
        Case("type: text\ntext:\n  body: Hi {{ nam }}", "placeholder", 3, 15, "Did you mean 'name'?"),
        Case("type: text\ntext:\n  body: |\n    Hi\n    Zoë {{ nam }}\n", "placeholder", 5, 12, "Did you mean 'name'?"),
        Case("type: text\ntext: { body: \"{{ name | upcas }}\" }", "placeholder", 2, 26, "Did you mean 'upcase'?"),
        Case("type: text\ntext: { body: \"{{ name\" }", "placeholder", 2, 16, "is not closed"),
        Case("type: text\ntext: { body: \"{% if name %}a\" }", "placeholder", 2, 16, "is not closed"),
        Case("type: text\ntext: { body: \"{% for a in b %}{% endfor %}\" }", "placeholder", 2, 16, "Loops are not"),
        Case("type: text\ntext: { $if: nam, body: a }", "condition", 2, 14, "Did you mean 'name'?"),
    ]

    @Test(arguments: syntax + shapes + placeholders)
    func `a mistake has a code, a place and a hint`(_ test: Case) throws {
        let findings = mistakes(test.text)
        let finding = try #require(findings.first { $0.code == test.code }, "\(findings)")
        #expect(finding.file == "a.yaml")
        #expect(finding.line == test.line, "\(finding)")
        #expect(finding.column == test.column, "\(finding)")
        #expect(finding.message.contains(test.says), "\(finding)")
        #expect(finding.severity == .error)
    }

    @Test func `all mistakes are told, in the order of the file`() {
        let findings = mistakes(
            """
            type: text
            text:
              boddy: "{{ nam }}"
              preview_url: maybe
            extra: 1
            """)
        #expect(
            findings.map(\.code) == ["missing_field", "unknown_field", "placeholder", "not_a_boolean", "unknown_field"])
        #expect(findings.map(\.line) == [3, 3, 3, 4, 5])
    }

    @Test func `a right template has none`() {
        #expect(mistakes("type: text\ntext: { body: \"{{ name }}\" }").isEmpty)
    }
}
