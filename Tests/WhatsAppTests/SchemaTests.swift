import FoundationEssentials
import Testing

@testable import WhatsApp

/// The JSON Schema for editors: that it can be read, and what stands where.
@Suite struct SchemaTests {
    private let schema: Node

    init() throws {
        schema = try JSONDecoder().decode(JSONNode.self, from: Data(MessageSchema.json().utf8)).node
    }

    @Test func `the schema is the same every time`() {
        #expect(MessageSchema.json() == MessageSchema.json())
        #expect(MessageSchema.json().hasPrefix("{\n"))
        #expect(schema["$schema"]?.literal == "https://json-schema.org/draft/2020-12/schema")
    }

    private func texts(_ node: Node?) -> [String] {
        guard case .list(let nodes) = node?.content else { return [] }
        return nodes.compactMap(\.literal)
    }

    @Test func `the schema chooses by type`() {
        #expect(
            texts(schema["properties"]?["type"]?["enum"]) == [
                "text", "image", "video", "document", "audio", "sticker", "location", "contacts", "reaction",
                "interactive", "template",
            ])
        #expect(texts(schema["required"]) == ["type"])
    }

    @Test func `the schema refuses other fields and names the required ones`() throws {
        let location = try #require(schema["$defs"]?["location"])
        #expect(location["additionalProperties"]?.literal == "false")
        #expect(texts(location["required"]) == ["latitude", "longitude"])
        #expect(texts(location["properties"]?["$if"]?["type"]) == ["string", "boolean", "number"])
        #expect(location["properties"]?["name"]?["description"]?.literal == "what is there")
    }

    /// Every `$ref` leads to a definition.
    @Test func `every reference leads somewhere`() throws {
        guard case .object(let definitions) = try #require(schema["$defs"]).content else { return }
        let names = Set(definitions.map { "#/$defs/\($0.name)" })
        let references = Set(schema.references)
        #expect(references.subtracting(names) == [])
        #expect(names.subtracting(references) == [])
    }

    /// There is always a message.
    @Test func `a whole message has no condition`() throws {
        guard case .list(let branches) = try #require(schema["allOf"]).content else { return }
        #expect(branches.count == 11)
        for branch in branches { #expect(branch["then"]?["properties"]?["$if"] == nil) }
    }

    /// A number stands for a text where the text of a number can be right.
    @Test(
        arguments: [
            ("image", "link", ["string"], nil, nil),
            ("language", "code", ["string"], nil, nil),
            ("amount_of_money", "code", ["string"], nil, nil),
            ("contact", "birthday", ["string"], nil, nil),
            ("template_message", "name", ["string", "integer"], "0", nil),
            ("parameter", "coupon_code", ["string", "integer"], "0", "999999999999999"),
            ("telephone_number", "wa_id", ["string", "integer"], "0", nil),
            ("location", "latitude", ["string", "number"], "-90", "90"),
            ("text_message", "body", ["string", "number"], nil, nil),
        ] as [(String, String, [String], String?, String?)])
    func `a number stands for a text where it can be right`(
        definition: String, field: String, kinds: [String], least: String?, most: String?
    ) throws {
        guard case .object(let definitions) = try #require(schema["$defs"]).content else { return }
        let found = definitions.lazy.filter { $0.name.hasPrefix(definition) }.compactMap { $0.value.property(field) }
        let value = try #require(found.first?["anyOf"])
        guard case .list(let choices) = value.content else { return }
        let type = choices[0]["type"]
        #expect((type?.literal.map { [$0] } ?? texts(type)) == kinds)
        #expect(choices[0]["minimum"]?.literal == least)
        #expect(choices[0]["maximum"]?.literal == most)
    }

    /// An element with an `$if` may not be there, so it does not count.
    @Test func `elements with a condition do not count in rules`() {
        let mayBeLeftOut: SchemaValue = ["type": "object", "required": ["$if"]]
        let isThere: SchemaValue = ["required": ["b"]]
        #expect(
            Rule.unique("a[].b", only: ["x"]).schema == [
                "allOf": [
                    [
                        "properties": [
                            "a": [
                                "contains": [
                                    "properties": ["b": ["const": "x"]], "required": ["b"], "not": mayBeLeftOut,
                                ],
                                "minContains": 0, "maxContains": 1,
                            ]
                        ]
                    ]
                ]
            ])
        #expect(
            Rule.eachIfSeveral("a[]", has: "a[].b").schema == [
                "properties": [
                    "a": [
                        "if": ["minItems": 2, "not": ["contains": mayBeLeftOut]], "then": ["items": isThere],
                    ]
                ]
            ])
        #expect(
            Rule.allOrNone("a[]", have: "a[].b").schema == [
                "properties": [
                    "a": ["anyOf": [["items": isThere], ["items": ["not": isThere]], ["contains": mayBeLeftOut]]]
                ]
            ])
        #expect(
            Rule.exactlyOne(["a", "b"]).schema == [
                "anyOf": [
                    ["oneOf": [["required": ["a"]], ["required": ["b"]]]],
                    ["properties": ["a": mayBeLeftOut], "required": ["a"]],
                    ["properties": ["b": mayBeLeftOut], "required": ["b"]],
                ]
            ])
        #expect(
            Rule.forbidden("a", where: "b", is: "x").schema == [
                "not": [
                    "properties": ["a": ["not": mayBeLeftOut], "b": ["const": "x"]], "required": ["a", "b"],
                ]
            ])
        #expect([Rule.unique("a[].b"), .unique("a[].b[].c", only: ["x"])].map(\.schema) == [nil, nil])
    }

    /// Alternatives may stand side by side, each with an `$if` of its own.
    @Test func `only what is there in every row counts`() throws {
        let buttons = try #require(schema["$defs"]?["action_with_buttons"]?["properties"]?["buttons"])
        #expect(buttons["minItems"]?.literal == "1")
        #expect(buttons["maxItems"] == nil)
        #expect(texts(buttons["contains"]?["not"]?["required"]) == ["$if"])
        #expect(buttons["minContains"]?.literal == "0")
        #expect(buttons["maxContains"]?.literal == "3")
    }

    @Test func `the schema says the limits`() throws {
        let button = try #require(schema["$defs"]?["reply"]?["properties"]?["title"]?["anyOf"])
        guard case .list(let choices) = button.content else { return }
        #expect(choices.map { $0["maxLength"]?.literal } == ["20", nil])
        #expect(choices.map { $0["$ref"]?.literal } == [nil, "#/$defs/placeholder"])
    }
}

extension Node {
    /// The schema of a field, also of one that a word adds.
    fileprivate func property(_ name: String) -> Node? {
        if let found = self["properties"]?[name] { return found }
        guard case .list(let branches)? = self["allOf"]?.content else { return nil }
        return branches.lazy.compactMap { $0["then"]?.property(name) }.first
    }

    fileprivate var references: [String] {
        switch content {
        case .object(let members):
            members.flatMap { ($0.name == "$ref" ? [$0.value.literal ?? ""] : $0.value.references) }
        case .list(let nodes): nodes.flatMap(\.references)
        default: []
        }
    }
}
