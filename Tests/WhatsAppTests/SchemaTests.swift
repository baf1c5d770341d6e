import FoundationEssentials
import Testing

@testable import WhatsApp

/// The JSON Schema for editors: that it can be read, and what stands where.
@Suite struct SchemaTests {
    private let schema: Node

    init() throws {
        schema = try JSONDecoder().decode(JSONNode.self, from: Data(MessageSchema.json().utf8)).node
    }

    @Test func isTheSameEveryTime() {
        #expect(MessageSchema.json() == MessageSchema.json())
        #expect(MessageSchema.json().hasPrefix("{\n"))
        #expect(schema["$schema"]?.literal == "https://json-schema.org/draft/2020-12/schema")
    }

    private func texts(_ node: Node?) -> [String] {
        guard case .list(let nodes) = node?.content else { return [] }
        return nodes.compactMap(\.literal)
    }

    @Test func choosesByType() {
        #expect(
            texts(schema["properties"]?["type"]?["enum"]) == [
                "text", "image", "video", "document", "audio", "sticker", "location", "contacts", "reaction",
                "interactive", "template",
            ])
        #expect(texts(schema["required"]) == ["type"])
    }

    @Test func refusesOtherFieldsAndNamesTheRequired() throws {
        let location = try #require(schema["$defs"]?["location"])
        #expect(location["additionalProperties"]?.literal == "false")
        #expect(texts(location["required"]) == ["latitude", "longitude"])
        #expect(location["properties"]?["$if"]?["type"]?.literal == "string")
        #expect(location["properties"]?["name"]?["description"]?.literal == "what is there")
    }

    /// Every `$ref` leads to a definition.
    @Test func everyReferenceLeadsSomewhere() throws {
        guard case .object(let definitions) = try #require(schema["$defs"]).content else { return }
        let names = Set(definitions.map { "#/$defs/\($0.name)" })
        let references = Set(schema.references)
        #expect(references.subtracting(names) == [])
        #expect(names.subtracting(references) == [])
    }

    @Test func sayLimits() throws {
        let button = try #require(schema["$defs"]?["reply"]?["properties"]?["title"]?["anyOf"])
        guard case .list(let choices) = button.content else { return }
        #expect(choices.map { $0["maxLength"]?.literal } == ["20", nil])
        #expect(choices.map { $0["$ref"]?.literal } == [nil, "#/$defs/placeholder"])
    }
}

extension Node {
    fileprivate var references: [String] {
        switch content {
        case .object(let members):
            members.flatMap { ($0.name == "$ref" ? [$0.value.literal ?? ""] : $0.value.references) }
        case .list(let nodes): nodes.flatMap(\.references)
        default: []
        }
    }
}
