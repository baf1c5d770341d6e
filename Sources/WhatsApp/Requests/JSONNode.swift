/// Any JSON value as a tree without places; fields in the order of their names, for the decoder keeps no order.
struct JSONNode: Decodable {
    let node: Node

    init(from decoder: any Decoder) throws {
        // The most frequent kinds first: an attempt that fails is what costs.
        if let object = try? decoder.container(keyedBy: Name.self) {
            node = Node(.object(try JSONNode.members(object)))
        } else if var list = try? decoder.unkeyedContainer() {
            node = Node(.list(try JSONNode.elements(&list)))
        } else {
            node = Node(try JSONNode.scalar(decoder.singleValueContainer()))
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private static func members(_ object: KeyedDecodingContainer<Name>) throws -> [Member] {
        try object.allKeys
            .sorted { $0.stringValue < $1.stringValue }
            .map { key in
                if let text = try? object.decode(String.self, forKey: key) {
                    return Member(name: key.stringValue, value: Node(.literal(text, .string)))
                }
                return Member(name: key.stringValue, value: try object.decode(JSONNode.self, forKey: key).node)
            }
    }

    private static func elements(_ list: inout any UnkeyedDecodingContainer) throws -> [Node] {
        var nodes: [Node] = []
        while !list.isAtEnd { nodes.append(try list.decode(JSONNode.self).node) }
        return nodes
    }

    private static func scalar(_ value: any SingleValueDecodingContainer) throws -> Node.Content {
        if value.decodeNil() { return .literal("", .null) }
        if let text = try? value.decode(String.self) { return .literal(text, .string) }
        if let number = try? value.decode(Int.self) { return .literal(String(number), .number) }
        if let flag = try? value.decode(Bool.self) { return .literal(flag ? "true" : "false", .boolean) }
        return .literal(String(try value.decode(Double.self)), .number)
    }
}
