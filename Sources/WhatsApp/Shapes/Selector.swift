/// Names values below an object: `flow_id`, `sections[].rows[].id`; `[]` alone for the elements of a list, `data{}` for
/// a mapping of the receiver's own.
package struct Selector: Sendable, Equatable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// As it is written in the tables, without `{}` at its end.
    package let description: String
    private let steps: [Step]
    /// Whether this is a mapping that is not there either once it has lost all its fields.
    private let isFree: Bool

    private enum Step: Sendable, Equatable {
        case field(String)
        case each
    }

    /// Reads `sections[].rows[].id`.
    package init(stringLiteral text: String) {
        self.init(text)
    }

    init(_ text: String) {
        isFree = text.hasSuffix("{}")
        description = isFree ? String(text.dropLast(2)) : text
        steps = description.split(separator: ".").flatMap { part in
            let names = part.hasSuffix("[]") ? part.dropLast(2) : part
            let field = names.isEmpty ? [] : [Step.field(String(names))]
            return part.hasSuffix("[]") ? field + [.each] : field
        }
    }

    /// The values that there are or may be, in their order.
    func facts(in node: Node, at path: Path) -> [Fact] {
        var facts: [Fact] = []
        collect(steps[...], Fact(node, path), into: &facts)
        return facts
    }

    private func collect(_ steps: ArraySlice<Step>, _ fact: Fact, into facts: inout [Fact]) {
        let rest = steps.dropFirst()
        switch (steps.first, fact.node.content) {
        case (nil, _):
            if !isFree || !fact.node.isNothing { facts.append(fact.emptied(isFree)) }
        case (.field(let name), .object(let members)):
            for member in members where member.name == name {
                collect(rest, fact.inner(member.value, .field(name)), into: &facts)
            }
        case (.each, .list(let nodes)):
            for (index, node) in nodes.enumerated() {
                collect(rest, fact.inner(node, .index(index)), into: &facts)
            }
        default: break
        }
    }
}

/// A value that a rule reads, and when it is there.
struct Fact: Sendable {
    let node: Node
    let path: Path
    /// All must hold for the value to be there; the object's own and those around it do not count.
    private(set) var conditions: [Int] = []
    /// Its positions in the lists below the object.
    private(set) var indexes: [Int] = []
    /// Whether there are rows in which it loses all that it has, and is not there either.
    private(set) var mayBeEmptied = false

    init(_ node: Node, _ path: Path) {
        self.node = node
        self.path = path
    }

    func inner(_ node: Node, _ step: Path.Step) -> Fact {
        var fact = Fact(node, path + step)
        fact.conditions = conditions + (node.condition.map { [$0] } ?? [])
        fact.indexes = indexes
        if case .index(let index) = step { fact.indexes.append(index) }
        return fact
    }

    /// The fact where nothing more is looked for below it.
    func emptied(_ isFree: Bool) -> Fact {
        let isList = if case .list = node.content { true } else { false }
        var fact = self
        fact.mayBeEmptied = (isList || isFree) && node.isEmptied { _ in false }
        return fact
    }

    /// All conditions that decide whether the value is there.
    var deciding: [Int] { conditions + (mayBeEmptied ? node.conditionsInside : []) }

    /// The text, if this is a literal or a settled placeholder.
    var text: String? { node.literal }

    var placeholder: Int? {
        guard case .placeholder(let number, _) = node.content else { return nil }
        return number
    }

    /// The fact with what stands in its text in every row; nil if there are rows in which the value is not there.
    var inEveryRow: Fact? {
        let fixed = if case .placeholder(_, let pieces) = node.content { pieces } else { [String]() }
        return settled(holds: { _ in false }, text: { _ in fixed.joined() })
    }

    /// The fact for one row; nil if the value is not there.
    func settled(holds: (Int) -> Bool, text: (Int) -> String) -> Fact? {
        guard conditions.allSatisfy(holds), !(mayBeEmptied && node.isEmptied(holds: holds)) else { return nil }
        guard let placeholder else { return self }
        var fact = Fact(Node(.literal(text(placeholder), .string), at: node.place), path)
        fact.indexes = indexes
        return fact
    }
}

extension Node {
    /// Whether a list or mapping of the receiver's own has lost all that it had, whatever the row.
    var isNothing: Bool { isEmptied { _ in true } }

    /// Whether a list or mapping that had something has lost it all.
    fileprivate func isEmptied(holds: (Int) -> Bool) -> Bool {
        if parts.isEmpty { return hasLostAll }
        return parts.allSatisfy { $0.condition.map(holds) == false || $0.isEmptied(holds: holds) }
    }

    /// The conditions of everything below.
    fileprivate var conditionsInside: [Int] {
        parts.flatMap { ($0.condition.map { [$0] } ?? []) + $0.conditionsInside }
    }

    private var parts: [Node] {
        switch content {
        case .list(let nodes): nodes
        case .object(let members): members.map(\.value)
        case .literal, .placeholder: []
        }
    }
}
