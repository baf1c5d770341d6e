/// Where something stands in a file: line and column, both from 1.
///
/// Zero where there is no file.
package struct Place: Sendable, Equatable {
    /// From 1; 0 where there is no file.
    package let line: Int
    /// From 1; 0 where there is no file.
    package let column: Int

    /// The place in this line and column.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The place of what does not come from a file.
    package static let none = Place(line: 0, column: 0)
}

/// One value of a message, from a template file or a request, that knows where it stands.
package struct Node: Sendable {
    /// The value itself.
    package let content: Content
    /// Where it begins.
    package let place: Place
    /// The number of the `$if` that decides for each row whether this is there at all; nil where it always is.
    package let condition: Int?
    /// Whether this is a mapping whose fields are there in no row, so that it is empty although its author wrote some.
    let hasLostAll: Bool

    /// A value at a place, there always unless a condition is given.
    package init(_ content: Content, at place: Place = .none, condition: Int? = nil, hasLostAll: Bool = false) {
        self.content = content
        self.place = place
        self.condition = condition
        self.hasLostAll = hasLostAll
    }

    /// What a value is.
    package enum Content: Sendable {
        /// Text, with what it was written as; numbers keep the spelling of their author.
        case literal(String, Kind)
        /// A text that is known for a row only, but for the pieces that stand in it in this order, apart, in every row,
        /// the first of them at its beginning, perhaps empty; the number is its writer's own.
        case placeholder(Int, fixed: [String] = [])
        /// Fields in their order.
        case object([Member])
        case list([Node])
    }

    /// What a literal was written as.
    package enum Kind: Sendable, Equatable {
        case string, number, boolean, null
    }
}

/// A field of an object: its name, where the name stands, its value.
package struct Member: Sendable {
    /// As its author wrote it, known or not.
    package let name: String
    /// Where the name stands.
    package let place: Place
    /// What it is set to.
    package let value: Node

    /// A field that was set.
    package init(name: String, at place: Place = .none, value: Node) {
        self.name = name
        self.place = place
        self.value = value
    }
}

extension Node {
    /// The value of the field `name`, if this is an object that has it.
    package subscript(name: String) -> Node? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text, if this is a literal.
    package var literal: String? {
        guard case .literal(let text, _) = content else { return nil }
        return text
    }

    /// Whether this message reaches only people who wrote within the last 24 hours: everything but an approved
    /// template (reference/whatsapp-rules.md §1.1).
    package var isFreeForm: Bool { self["type"]?.literal != "template" }

    /// What this is, in a word for a message.
    var noun: String {
        switch content {
        case .literal(_, .string), .placeholder: "a text"
        case .literal(_, .number): "a number"
        case .literal(_, .boolean): "true or false"
        case .literal(_, .null): "nothing"
        case .object: "a mapping"
        case .list: "a list"
        }
    }
}
