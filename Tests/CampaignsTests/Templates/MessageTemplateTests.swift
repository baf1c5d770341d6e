import FoundationEssentials
import Testing

@testable import Campaigns

@Suite struct MessageTemplateTests {
    static let yaml = """
        # A comment.
        type: template
        template:
          name: order_shipped
          language: { code: "{{ language | default: 'en_US' }}" }
          components:
            - type: body
              parameters:
                - { type: text, text: "{{ first_name | default: 'there' }}" }
                - type: text
                  text: 'Order {{ row["Order No"] }} – "Zoë" 😀'
            - type: button
              sub_type: url
              index: 0
              parameters: [{ type: text, text: "{{ code | url_encode }}" }]
        biz_opaque_callback_data: "{{ code }}"
        """

    static let json = #"""
        {
          "type": "template",
          "template": {
            "name": "order_shipped",
            "language": { "code": "{{ language | default: 'en_US' }}" },
            "components": [
              { "type": "body", "parameters": [
                { "type": "text", "text": "{{ first_name | default: 'there' }}" },
                { "type": "text", "text": "Order {{ row[\"Order No\"] }} – \"Zoë\" 😀" } ] },
              { "type": "button", "sub_type": "url", "index": 0,
                "parameters": [ { "type": "text", "text": "{{ code | url_encode }}" } ] } ]
          },
          "biz_opaque_callback_data": "{{ code }}"
        }
        """#

    static let message =
        #"{"type":"template","template":{"name":"order_shipped","language":{"code":"en_US"},"#
        + #""components":[{"type":"body","parameters":[{"type":"text","text":"Ada"},"#
        + #"{"type":"text","text":"Order 7 – \"Zoë\" 😀"}]},{"type":"button","sub_type":"url","index":0,"#
        + #""parameters":[{"type":"text","text":"a+b%26c"}]}]},"biz_opaque_callback_data":"a b&c"}"#

    @Test(arguments: [TemplateFile(name: "a.yaml", text: yaml), TemplateFile(name: "a.json", text: json)])
    func `YAML and JSON are the same message, in the template's order`(_ file: TemplateFile) throws {
        let row: KeyValuePairs = ["first_name": "Ada", "Order No": "7", "code": "a b&c", "language": ""]
        #expect(try rendered(file, row) == Self.message)
    }

    static let hostile = [
        ("\"", #"\""#), ("\\", #"\\"#), ("\\\"", #"\\\""#), ("a\nb\r\nc\td", #"a\nb\r\nc\td"#),
        ("\u{1}\u{8}\u{B}\u{C}\u{1F}", #"\u0001\u0008\u000b\u000c\u001f"#), ("\u{7F}\u{80}", "\u{7F}\u{80}"),
        ("Zoë 李雷 😀 👩‍👩‍👧‍👦", "Zoë 李雷 😀 👩‍👩‍👧‍👦"), ("e\u{301}", "e\u{301}"), ("\u{2028}\u{2029}", "\u{2028}\u{2029}"),
        ("\u{FEFF}", "\u{FEFF}"), ("{{ phone }}", "{{ phone }}"), ("{% if a %}", "{% if a %}"),
        ("{{ '%}' }}{% raw %}", "{{ '%}' }}{% raw %}"), (#""},"to":"+1","x":{""#, #"\"},\"to\":\"+1\",\"x\":{\""#),
        ("\"]}}", #"\"]}}"#), ("</script>", "</script>"), ("\u{10FFFF}", "\u{10FFFF}"),
        ("- a: b\n  $if: x", #"- a: b\n  $if: x"#),
    ]

    @Test(arguments: hostile)
    func `no cell changes the structure`(_ cell: String, _ json: String) throws {
        let file = TemplateFile(name: "a.yaml", text: "type: text\ntext: { body: \"<{{ name }}>\" }")
        let text = try rendered(file, ["name": cell])
        #expect(text == #"{"type":"text","text":{"body":"<\#(json)>"}}"#)
        struct Text: Decodable { let body: String }
        struct Message: Decodable { let text: Text }
        #expect(
            try JSONDecoder().decode(Message.self, from: Data(text.utf8)).text.body.utf8.elementsEqual("<\(cell)>".utf8)
        )
    }

    /// What YAML knows nothing of.
    @Test(
        arguments: [
            (#"\ud83d\ude00 \u00e9"#, "😀 é"), (#"\\ud83d\\ude00"#, #"\\ud83d\\ude00"#), ("a\u{7F}b", "a\u{7F}b"),
            (#"\"\#u{7F}\""#, #"\"\#u{7F}\""#), (#"\u007f"#, "\u{7F}"),
        ])
    func `texts of JSON come out as they are`(_ written: String, _ json: String) throws {
        let text = #"{"type": "text", "text": {"body": "\#(written)"}}"#
        for text in [text, "# yaml-language-server: $schema=it's \"a.json\n\n  # b\n" + text] {
            let body = try rendered(TemplateFile(name: "a.json", text: text), [:])
            #expect(body == #"{"type":"text","text":{"body":"\#(json)"}}"#)
        }
    }

    /// Only double quotes know escapes.
    @Test(
        arguments: [
            (#"'a \ud83d\udc4d "b'"#, #"a \\ud83d\\udc4d \"b"#), (#"a \ud83d\udc4d b"#, #"a \\ud83d\\udc4d b"#),
            (#"'it''s, "\ud83d\udc4d"'"#, #"it's, \"\\ud83d\\udc4d\""#),
            (#"it's "\ud83d\udc4d""#, #"it's \"\\ud83d\\udc4d\""#),
            (#"!!str "\ud83d\udc4d""#, "👍"), ("# it's \"\n\"\\ud83d\\udc4d\"", "👍"),
            (#""it's \ud83d\udc4d \"""#, #"it's 👍 \""#),
            ("'a\n# \"b'", #"a # \"b"#),
        ])
    func `texts of flow YAML come out as YAML has them`(_ written: String, _ json: String) throws {
        let text = "{type: text, text: {body: \(written)}}"
        let body = try rendered(TemplateFile(name: "a.yaml", text: text), [:])
        #expect(body == #"{"type":"text","text":{"body":"\#(json)"}}"#)
    }

    /// Texts of anything that a CSV can hold, put together at random.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `any text comes out of the JSON as it went in`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pieces = Self.hostile.map(\.0) + ["a", " ", "}}", "{{", "%}"]
        for _ in 0..<50 {
            let cell = (0...6).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            var bytes: [UInt8] = []
            bytes.appendJSON(cell)
            let decoded = try JSONDecoder().decode([String].self, from: Data([0x5B] + bytes + [0x5D]))
            #expect(decoded.map { Array($0.utf8) } == [Array(cell.utf8)])
        }
    }

    static let typed = """
        type: text
        text: { body: "{{ name }}", preview_url: "{{ preview }}" }
        """

    @Test(arguments: [("true", "true"), ("false", "false")])
    func `a Boolean is written as one`(_ cell: String, _ json: String) throws {
        let text = try rendered(TemplateFile(name: "a.yaml", text: Self.typed), ["name": "1", "preview": cell])
        #expect(text == #"{"type":"text","text":{"body":"1","preview_url":\#(json)}}"#)
    }

    @Test(arguments: [("True", "true"), ("TRUE", "true"), ("False", "false"), ("FALSE", "false"), ("false", "false")])
    func `all Booleans of YAML are Booleans`(_ yaml: String, _ json: String) throws {
        let text = try rendered(
            TemplateFile(name: "a.yaml", text: Self.typed.replacing("\"{{ preview }}\"", with: yaml)), ["name": "1"])
        #expect(text == #"{"type":"text","text":{"body":"1","preview_url":\#(json)}}"#)
    }

    @Test(arguments: ["0", "7", "9"])
    func `a number is written as one`(_ cell: String) throws {
        let text = try rendered(
            TemplateFile(name: "a.yaml", text: Self.yaml.replacing("index: 0", with: "index: \"{{ index }}\"")),
            ["first_name": "Ada", "Order No": "7", "code": "abc", "language": "de", "index": cell])
        #expect(text.contains(#""sub_type":"url","index":\#(cell),"parameters""#))
    }

    @Test(arguments: ["text: { body: 0123 }", "text: { body: \"0123\" }", "text: { body: '0123' }"])
    func `a number stands in a text as its author wrote it`(_ line: String) throws {
        let text = try rendered(TemplateFile(name: "a.yaml", text: "type: text\n" + line), [:])
        #expect(text == #"{"type":"text","text":{"body":"0123"}}"#)
    }

    /// `flow_action_data` is the receiver's own: what stands there is passed on as it is.
    @Test(arguments: ["1", "-7", "1.5", "1e3", "true", "null", "[1,\"a\"]", "\"yes\""])
    func `what nobody describes keeps its kind`(_ json: String) throws {
        #expect(try flow(json).hasSuffix(#""flow_action_data":{"a":\#(json)}}}]}]}}"#))
    }

    @Test(arguments: ["0x1F", "0o17", "+1", ".5", "1_000", "012", ".inf", ".nan", "1:30", "1."])
    func `a number of YAML's that is none of JSON's makes no broken request`(_ yaml: String) throws {
        let text: String
        do {
            text = try flow(yaml)
        } catch is InputError {
            // Refusing it is as good.
            return
        }
        let value = /"a":("[^"]*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)}/
        #expect(text.contains(value))
    }

    private func flow(_ value: String) throws -> String {
        let text = """
            type: template
            template:
              name: a
              language: { code: en }
              components:
                - type: button
                  sub_type: flow
                  index: 0
                  parameters: [{ type: action, action: { flow_action_data: { a: \(value) } } }]
            """
        return try rendered(TemplateFile(name: "a.yaml", text: text), [:])
    }

    @Test func `each kind of warning comes once with its count`() throws {
        let yaml = """
            type: template
            template:
              name: a
              language: { code: en }
              components:
                - type: body
                  parameters:
                    - { type: text, text: a, parameter_name: one }
                    - { type: text, text: b, parameter_name: two }
                - { type: button, sub_type: copy_code, index: 0, parameters: [{ type: coupon_code, coupon_code: A }] }
            """
        let template = try MessageTemplate(
            TemplateFile(name: "a.yaml", text: yaml), columns: ["phone"], createdAt: created)
        let unknown = "is in no description of Telnyx; whether it arrives is not known."
        #expect(
            template.warnings.map(\.message) == [
                "template.components[0].parameters[0].parameter_name \(unknown) This is the first of 2 such places.",
                "template.components[1].sub_type is 'copy_code', which \(unknown)",
                "template.components[1].parameters[0].type is 'coupon_code', which \(unknown)",
            ])
    }

    @Test(arguments: [
        ("Hi {name}", "'{name}' is sent as it stands. A placeholder has two braces: {{ name }}."),
        (
            "{{ name }} {First Name}",
            "'{First Name}' is sent as it stands. A placeholder has two braces: {{ row['First Name'] }}."
        ),
        ("Hi { name }", "'{ name }' is sent as it stands. A placeholder has two braces: {{ name }}."),
        ("Hi { { name } }", "'{ name }' is sent as it stands. A placeholder has two braces: {{ name }}."),
        ("Hi [name]", "'[name]' is sent as it stands. A placeholder has two braces: {{ name }}."),
        ("Hi <name>", "'<name>' is sent as it stands. A placeholder has two braces: {{ name }}."),
        ("Hi %name%", "'%name%' is sent as it stands. A placeholder has two braces: {{ name }}."),
        ("Hi {you}, 5 % of [3] < 4", nil),
        ("Hi name }}", "'}}' is sent as it stands: nothing opens it."),
        ("Hi {{ name }} if %}", "'%}' is sent as it stands: nothing opens it."),
        ("Hi {you}", nil), ("{a: {b: {}}}", nil), ("{% raw %}{{ name }} {name}{% endraw %}", nil), ("100 %", nil),
    ])
    func `braces that are no placeholder are told of`(_ text: String, _ message: String?) throws {
        let template = try MessageTemplate(
            TemplateFile(name: "a.yaml", text: "type: text\ntext:\n  body: '\(text)'\n"),
            columns: ["phone", "name", "First Name"], createdAt: created)
        #expect(template.warnings.map(\.message) == (message.map { [$0] } ?? []))
        #expect(template.warnings.allSatisfy { $0.line == 3 && $0.column == 9 })
    }

    /// In YAML a `#` behind a space begins a comment, in the middle of a sentence too.
    @Test(arguments: [
        ("Hello {{ name }}, you are customer #1 for us", 44, "#1"), ("Hi  #Zoë", 13, "#Zoë"),
        ("Hi {{ name }}, order #{{ name }}", 30, "#{{"), ("Hi # Zoë", nil, ""),
        ("Hi ## Zoë", nil, ""), ("'Hi #1' # and #2", nil, ""), ("Hi#1", nil, ""), ("Hi {{ name }}", nil, ""),
        ("> #1\n    Hi", nil, ""), ("Hi #-", nil, ""),
    ])
    func `a text that loses its end to a comment is told of`(_ text: String, _ column: Int?, _ word: String) throws {
        let template = try MessageTemplate(
            TemplateFile(name: "a.yaml", text: "type: text\ntext:\n  body: \(text)\n"), columns: ["phone", "name"],
            createdAt: created)
        #expect(template.warnings.map(\.code) == (column == nil ? [] : ["comment"]))
        #expect(template.warnings.map(\.line) == (column == nil ? [] : [3]))
        #expect(template.warnings.map(\.column) == (column == nil ? [] : [column]))
        #expect(template.warnings.allSatisfy { $0.message.hasPrefix("'\(word)' begins a comment, which is not sent.") })
    }
}
