import Testing

@testable import Campaigns

/// Parts of a message that are there for some rows only, or for none.
@Suite struct ConditionTests {
    @Test func `a part with a condition is there or not`() throws {
        let template = MessageTemplateTests.yaml.replacing(
            "    - type: button", with: "    - $if: code\n      type: button")
        let file = TemplateFile(name: "a.yaml", text: template)
        let row: KeyValuePairs = ["first_name": "Ada", "Order No": "7", "code": "abc", "language": ""]
        #expect(try rendered(file, row).contains(#"}]},{"type":"button""#))
        let text = template.replacing("biz_opaque_callback_data: \"{{ code }}\"", with: "")
        let without = try rendered(
            TemplateFile(name: "a.yaml", text: text),
            ["first_name": "Ada", "Order No": "7", "code": "", "language": ""])
        #expect(without.hasSuffix(#"{"type":"text","text":"Order 7 – \"Zoë\" 😀"}]}]}}"#))
    }

    /// Neither rows nor their columns are asked.
    @Test(
        arguments: [
            ("false", #""index":0}]}}"#), ("False", #""index":0}]}}"#), ("1 == 2", #""index":0}]}}"#),
            ("now == nil", #""index":0}]}}"#), ("true", #""parameters":[{"type":"text","text":"a"}]}]}}"#),
            ("1 < 2 and 'x' == 'x'", #""parameters":[{"type":"text","text":"a"}]}]}}"#),
        ])
    func `what no row decides is decided once`(_ condition: String, _ end: String) throws {
        let file = TemplateFile(
            name: "a.yaml", text: Self.button("quick_reply", "{ $if: \(condition), type: text, text: a }"))
        #expect(try rendered(file, [:]).hasSuffix(end))
    }

    /// A condition or a value that would fail stands in no row's way where what is around it is left out.
    @Test(arguments: ["$if: x", "$if: false", "$if: y == '2'", "$if: 1 == 2"])
    func `nothing is asked below what is left out`(_ condition: String) throws {
        let part = """
            type: template
            template:
              name: a
              language: { code: en }
              components:
                - { type: body, parameters: [{ type: text, text: a }] }
                - type: button
                  sub_type: quick_reply
                  index: 0
                  parameters: [{ $if: z > 3, type: text, text: "{{ z | times: 2 }}" }]
                  \(condition)
            """
        let text = try rendered(TemplateFile(name: "a.yaml", text: part), ["x": "", "y": "1", "z": "n/a"])
        #expect(
            text == #"{"type":"template","template":{"name":"a","language":{"code":"en"},"#
                + #""components":[{"type":"body","parameters":[{"type":"text","text":"a"}]}]}}"#)
        let shown = try problems(part.replacing(condition, with: "$if: y"), ["x": "", "y": "1", "z": "n/a"])
        #expect(shown.map(\.code) == ["condition"])
    }

    private static func button(_ kind: String, _ value: String) -> String {
        "type: template\ntemplate:\n  name: a\n  language: { code: en }\n  components:\n"
            + "    - { type: button, sub_type: \(kind), index: 0, parameters: [\(value)] }"
    }

    /// The whole list or mapping goes with the last of what it had; what was written empty stays.
    @Test(
        arguments: [
            (button("quick_reply", "{ $if: x, type: text, text: a }"), #""index":0}]}}"#),
            (
                button("quick_reply", "{ $if: x, type: text, text: a }, { $if: y, type: text, text: b }"),
                #""index":0,"parameters":[{"type":"text","text":"b"}]}]}}"#
            ),
            (
                button("flow", "{ type: action, action: { flow_action_data: { a: { $if: x, b: 1 } } } }"),
                #""parameters":[{"type":"action","action":{}}]}]}}"#
            ),
            (
                button("flow", "{ type: action, action: { flow_action_data: { a: { $if: false, b: 1 } } } }"),
                #""parameters":[{"type":"action","action":{}}]}]}}"#
            ),
            (
                button(
                    "flow", "{ type: action, action: { flow_action_data: { $if: y, a: [{ b: { $if: false } }] } } }"),
                #""parameters":[{"type":"action","action":{}}]}]}}"#
            ),
            (
                button(
                    "flow",
                    "{ type: action, action: { flow_action_data: { a: { b: { $if: false, c: 1 } }, d: {}, e: [[{ $if: false }], {}] } } }"
                ),
                #""action":{"flow_action_data":{"d":{},"e":[{}]}}}]}]}}"#
            ),
            (
                button("flow", "{ type: action, action: { flow_action_data: {} } }"),
                #""action":{"flow_action_data":{}}}]}]}}"#
            ),
        ])
    func `what loses all it had is left out`(_ template: String, _ end: String) throws {
        let text = try rendered(TemplateFile(name: "a.yaml", text: template), ["x": "", "y": "1"])
        #expect(text.hasSuffix(end), "\(text)")
    }
}
