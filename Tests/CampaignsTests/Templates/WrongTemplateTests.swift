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
        Case("- { $if: false, type: text }", "empty_template", nil, nil, "empty"),
        Case("type: text\ntext: { body: {{ name }} }", "not_quoted", 2, 16, "in quotes: \"{{ name }}\""),
        Case("type: text\ntext: { body: !important sale }", "not_quoted", 2, 15, "begins with ! must stand in quotes"),
        Case("type: text\ntext:\n  body: &Co partners", "not_quoted", 3, 9, "'&Co' would not be sent"),
        Case("type: text\ntext: { body: !!binary aGk= }", "not_quoted", 2, 15, "'!!binary' would not be sent"),
        Case("type: text\ntext: { body: a }\ntype: text", "duplicate_field", 3, 1, "type stands here twice"),
        Case("type: text\ntext:\n  body: a\n  body: b", "duplicate_field", 4, 3, "text.body stands here twice"),
        Case("type: text\ntext:\n  \"body\": a\n  'body': b", "duplicate_field", 4, 3, "text.body stands here twice"),
        Case("type: text\ntext:\n  &a body: a\n  body: b", "duplicate_field", 3, 3, "'body' stands here twice"),
        Case("type: text\ntext: { $if: name, body: a, $if: name }", "duplicate_field", 2, 29, "$if stands here twice"),
        Case("type: text\ntext: { $if: false, body: a }", "missing_field", 1, 1, "needs the field 'text'"),
        Case(
            "type: contacts\ncontacts:\n  - { $if: 'true', name: { first_name: a } }", "missing_field", 3, 26,
            "needs the field 'formatted_name'"),
        Case(
            "type: interactive\ninteractive:\n  type: flow\n  body: { text: a }\n  action:\n    name: flow\n"
                + "    parameters: { flow_message_version: '3', flow_id: a, flow_cta: a,\n"
                + "      flow_action_payload: { data: { a: { $if: false, b: 1 } } } }", "missing_field", 8, 28,
            "needs 'screen', or 'data'"),
        Case("$if: name\ntype: text\ntext: { body: a }", "condition", 1, 1, "cannot depend on $if"),
        Case("type: text\ntext: { $if: , body: a }", "condition", 2, 14, "$if needs an expression"),
        Case("type: text\ntext: { $if: [a], body: a }", "condition", 2, 14, "$if needs an expression"),
        Case(
            "type: text\ntext: { body: a }\ncontext: { $if: ' ', message_id: a }", "condition", 3, 17,
            "$if needs an expression"),
        Case(
            "from: \"+15005550100\"\nwhatsapp_message:\n  type: text", "whole_request", 2, 1,
            "only what stands below 'whatsapp_message'"),
        Case("x: &x { body: a }\ntype: text\ntext:\n  <<: *x", "merge_key", 4, 3, "Write the fields out"),
    ]

    private static func data(_ fields: String) -> String {
        "type: template\ntemplate:\n  template_id: a\n  components:\n    - type: button\n      sub_type: flow\n"
            + "      index: 0\n      parameters: [{ type: action, action: { flow_action_data: \(fields) } }]"
    }

    /// Where names are the receiver's own.
    static let names = [
        Case(data("{ \"{{ name }}\": 1 }"), "field_name", 8, 66, "A field's name cannot hold a placeholder."),
        Case(data("{ a: { 'b{% if name %}': 1 } }"), "field_name", 8, 71, "A field's name cannot hold a placeholder."),
        Case(data("{ $If: name, b: 1 }"), "field_name", 8, 66, "'$If' is no field. Did you mean '$if'?"),
        Case(data("{ a: [{ $unless: name }] }"), "field_name", 8, 72, "'$unless' is no field. Did you mean '$if'?"),
    ]

    static let shapes = [
        Case("Hello", "wrong_kind", 1, 1, "is a text; "),
        Case("- type: text", "wrong_kind", 1, 1, "is a list; "),
        Case("text: { body: a }", "missing_field", 1, 1, "'type'"),
        Case("type: texte\ntext: { body: a }", "unknown_word", 1, 7, "Did you mean 'text'?"),
        Case("type: text\ntexte: { body: a }\ntext: { body: a }", "unknown_field", 2, 1, "Did you mean 'text'?"),
        Case("type: text\ntext: { body: a, boddy: b }", "unknown_field", 2, 18, "Did you mean 'body'?"),
        Case("type: text", "missing_field", 1, 1, "'text'"),
        Case("type: text\nto: a\ntext: { body: a }", "unknown_field", 2, 1, "It comes from the recipients file."),
        Case(
            "type: template\ntemplate: { name: a, language: en }", "wrong_kind", 2, 32,
            "is a text; a mapping with 'code' is needed"),
        Case("type: text\ntext: {}", "missing_field", 2, 7, "'body'"),
        Case("type: text\ntext: Hi", "wrong_kind", 2, 7, "is a text; "),
        Case("type: text\ntext: { body: [a] }", "wrong_kind", 2, 15, "is a list; a text is needed"),
        Case("type: text\ntext: { body: }", "wrong_kind", 2, 15, "is nothing; a text is needed"),
        Case("type: text\ntext: { body: true }", "wrong_kind", 2, 15, "is true or false; a text is needed"),
        Case("type: text\ntext: { body: True }", "wrong_kind", 2, 15, "is true or false; a text is needed"),
        Case("type: text\ntext: { body: a, preview_url: \"True\" }", "not_a_boolean", 2, 31, "'True'"),
        Case("type: text\ntext: { body: a, preview_url: tRUE }", "not_a_boolean", 2, 31, "'tRUE'"),
        Case("type: text\ntext: { body: a, preview_url: yes }", "not_a_boolean", 2, 31, "'yes'"),
        Case("type: text\ntext: { body: \" \" }", "missing_value", 2, 15, "is empty"),
        Case("type: image\nimage: { url: \"https://example.com/a\" }", "unknown_field", 2, 10, "Did you mean 'link'?"),
        Case("type: \"{{ name }}\"\ntext: { body: a }", "invalid_value", 1, 7, "must be written out"),
    ]

    private static func text(_ lines: String) -> String { "type: text\ntext:\n  " + lines }

    static let placeholders = [
        Case("type: text\ntext: { body: \"{{ nam }}\" }", "placeholder", 2, 19, "Did you mean 'name'?"),
        Case(
            "type: text\ntext: { body: 'Hi {{ row[\"Nam\"] }}' }", "placeholder", 2, 26, "Did you mean row['name']?"),
        Case("type: text\ntext:\n  body: Hi {{ nam }}", "placeholder", 3, 15, "Did you mean 'name'?"),
        Case(text("body: &anchor Hi {{ nam }}"), "placeholder", 3, 23, "Did you mean 'name'?"),
        Case(text("body: &a !!str \"x {{ nam }}\""), "placeholder", 3, 24, "Did you mean 'name'?"),
        Case(text("body: &anchor\n    \"x {{ nam }}\""), "placeholder", 4, 11, "Did you mean 'name'?"),
        Case(text("body: &anchor\n    >-\n    x {{ nam }}"), "placeholder", 5, 10, "Did you mean 'name'?"),
        Case(
            text("body: &a # \"b\n    !!str # c\n\n    # d\n    \"x {{ nam }}\""), "placeholder", 7, 11, "Did you mean"),
        Case(text("body: !!str # {{ x\n    it is {{ nam }}"), "placeholder", 4, 14, "Did you mean 'name'?"),
        Case(text("body: &a # b\n    | # c\n    it is {{ nam }}"), "placeholder", 5, 14, "Did you mean 'name'?"),
        Case(
            text("body: &a x {{ nam }}") + "\nbiz_opaque_callback_data: *a", "placeholder", 3, 17,
            "Did you mean 'name'?"),
        Case(text("body: \"{{ 'x' | times: 2 }}\""), "placeholder", 3, 19, "'times' needs a number instead of 'x'."),
        Case(
            "type: location\nlocation: { latitude: \"{{ '95' }}\", longitude: '1' }", "out_of_range", 2, 23,
            "it must be from -90 to 90"),
        Case(text("body: \"{{ name | date: '%Q' }}\""), "placeholder", 3, 20, "%Q"),
        Case("type: text\ntext:\n  body: |\n    Hi\n    Zoë {{ nam }}\n", "placeholder", 5, 12, "Did you mean 'name'?"),
        Case("type: text\ntext: { body: \"{{ name | upcas }}\" }", "placeholder", 2, 26, "Did you mean 'upcase'?"),
        Case("type: text\ntext: { body: \"{{ name\" }", "placeholder", 2, 16, "is not closed"),
        Case("type: text\ntext: { body: \"{% if name %}a\" }", "placeholder", 2, 16, "is not closed"),
        Case("type: text\ntext: { body: \"{% for a in b %}{% endfor %}\" }", "placeholder", 2, 16, "Loops are not"),
        Case("type: text\ntext: { $if: nam, body: a }", "condition", 2, 14, "Did you mean 'name'?"),
        // Text that YAML folds or writes otherwise: white space and escapes count where they stand.
        Case(text("body: >-\n    Hi\n    Zoë {{ nam }}\n"), "placeholder", 5, 12, "Did you mean 'name'?"),
        Case(text("body: >\n\n    Hi\n\n      a\n    {{ nam\n"), "placeholder", 8, 5, "is not closed"),
        Case(text("body: |2-\n      Hi\n    {{ nam }}\n"), "placeholder", 5, 8, "Did you mean 'name'?"),
        Case(text("body: Hi\n    you\n\n    {{ nam }}\n"), "placeholder", 6, 8, "Did you mean 'name'?"),
        Case(text("body: \"a \\\"b\\n\\u00e9 {{ nam }}\""), "placeholder", 3, 27, "Did you mean 'name'?"),
        Case(
            text("body: \"a\\u000a\\x20\\U00000009b\\u000D {{ nam }}\""), "placeholder", 3, 42, "Did you mean 'name'?"),
        Case(text("body: \"\\u0020{{ nam }} \\u00a0 {{ nam }}\""), "placeholder", 3, 19, "Did you mean 'name'?"),
        Case(text("body: \"a \\\n    b\n\n    {{ nam }}\""), "placeholder", 6, 8, "Did you mean 'name'?"),
        Case(text("body: 'It''s {{ row[''x''] }}'"), "placeholder", 3, 23, "There is no column 'x'"),
        Case(text("$if: >-\n    name\n    ==\n  body: a"), "condition", 5, 7, "Expected a value"),
        Case(text("body: \"{{ now | date: '%Q' }}\""), "placeholder", 3, 19, "directive '%Q'"),
        Case(text("body: \"{{ name | divided_by: 0 }}\""), "placeholder", 3, 20, "cannot divide by zero"),
    ]

    private static func json(_ body: String, _ rest: String = "") -> String {
        "{\"type\": \"text\",\n\"text\": {\"body\": \"\(body)\"\(rest)}}"
    }

    /// Places are those of the file, also where YAML reads another spelling.
    static let respelt = [
        Case(json("\\ud83d\\ude00 {{ nam }}"), "placeholder", 2, 35, "Did you mean 'name'?"),
        Case(json("{{ nam }}\\ud83d\\ude00"), "placeholder", 2, 22, "Did you mean 'name'?"),
        Case(json("\\ud83d\\ude00\\ud83d\\ude00", ", \"a\": 1"), "unknown_field", 2, 46, "is no field"),
        Case(json("\u{7F}\u{7F}\\ud83d\\ude00 {{ nam }}"), "placeholder", 2, 37, "Did you mean 'name'?"),
        Case(json("\\ud83d\\ude00 a", " \"b\""), "not_yaml", 2, 35, "a comma is missing"),
    ]

    @Test(arguments: syntax + names + shapes + placeholders + respelt)
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

    /// What YAML refuses, or would, hides nothing else.
    @Test(arguments: [
        ("type: text\ntext:\n  body: \"{{ nam }}\"\n  body: b\n  preview_url: x\n", [3, 4, 5]),
        ("$if: nam\ntype: text\ntext: { boddy: \"{{ nme }}\" }\n", [1, 1, 3, 3, 3]),
        ("typ: text\ntext: { body: \"{{ nam }}\", preview_url: x }\n", [1, 1, 2, 2]),
        ("{\"type\": \"Text\", \"type\": \"text\",\n\"text\": {\"body\": \"\", \"body\": \"\"}}", [1, 1, 2, 2, 2]),
    ])
    func `no mistake hides another`(_ template: String, _ lines: [Int]) {
        #expect(mistakes(template).map(\.line) == lines)
    }

    @Test func `what is shown is what stands there`() {
        let shown = mistakes("type: text\ntext:\n  body: a\n  body: b\n").map(\.description)
        #expect(shown == ["a.yaml:4:3: error: text.body stands here twice.\n      body: b\n      ^"])
    }

    /// An offer has to end after the moment when the campaign was created.
    @Test func `an offer that is over is a mistake`() throws {
        let findings = mistakes(Self.offer("\(created)"))
        #expect(findings.map(\.code) == ["expired"])
        #expect(findings.map(\.line) == [8])
        #expect(findings.map(\.column) == [81])
        #expect(mistakes(Self.offer("\(created + 1)")).isEmpty)
        #expect(mistakes(Self.offer("\(created / 1000)")).map(\.code) == ["out_of_range"])
        #expect(try problems(Self.offer("'{{ x }}'"), ["x": "\(created + 1)"]).isEmpty)
        let wrong = try problems(Self.offer("'{{ x }}'"), ["x": "\(created)"])
        #expect(wrong.map(\.code) == ["expired"])
        #expect(wrong.allSatisfy { $0.message.hasSuffix(" Check column 'x'.") })
        // A log shows when that was, although it masks numbers.
        #expect(wrong.allSatisfy { $0.message.maskingNumbers.contains("is 2026-11-03T09:12:44Z, which is over") })
    }

    private static func offer(_ end: String) -> String {
        """
        type: template
        template:
          name: a
          language: { code: en }
          components:
            - type: limited_time_offer
              parameters:
                - { type: limited_time_offer, limited_time_offer: { expiration_time_ms: \(end) } }
        """
    }

    /// A column that is misspelt everywhere is reported everywhere, in no time.
    @Test(.timeLimit(.minutes(1))) func `very many mistakes are all reported`() {
        let text = String(repeating: "{{ nmae }} ", count: 5000)
        let findings = mistakes("type: text\ntext: { body: \"\(text)\" }").filter { $0.code == "placeholder" }
        #expect(findings.map(\.column) == (0..<5000).map { 16 + $0 * 11 + 3 })
    }

    /// So it is where each stands in a value of its own, all in one line.
    @Test(.timeLimit(.minutes(1))) func `very many wrong values are all reported`() {
        let values = Array(repeating: "{{ nmae }}", count: 5000).map { "{ type: text, text: \"\($0)\" }" }
        let list = values.joined(separator: ", ")
        let findings = mistakes(
            "type: template\ntemplate: { template_id: a, components: [{ type: body, parameters: [\(list)] }] }")
        #expect(findings.map(\.column) == (0..<5000).map { 68 + $0 * 36 + 25 })
    }

    /// And where each stands behind what YAML reads in another spelling.
    @Test(.timeLimit(.minutes(1))) func `very many respelt values are all reported`() {
        let values = Array(repeating: "{\"type\": \"text\", \"text\": \"\\ud83d\\ude00{{ nmae }}\"}", count: 5000)
        let findings = mistakes(
            "{\"type\": \"template\", \"template\": {\"template_id\": \"a\", \"components\": [{\"type\": \"body\", "
                + "\"parameters\": [\(values.joined(separator: ", "))]}]}}")
        #expect(findings.map(\.column) == (0..<5000).map { 102 + $0 * 52 + 41 })
    }

    @Test func `a right template has none`() {
        #expect(mistakes("type: text\ntext: { body: \"{{ name }}\" }").isEmpty)
    }
}
