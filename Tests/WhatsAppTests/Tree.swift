import FoundationEssentials
import Testing

@testable import WhatsApp

/// A message for tests, from JSON: `"{{3}}"` is placeholder 3, `"$if": 2` makes its mapping depend on condition 2.
///
/// Fields stand in the order of their names. Every value and every name has a place of its own, so that a finding's
/// place tells what it is about.
struct Tree {
    let root: Node
    private var places: [String: Place] = [:]

    init(_ json: String) throws {
        let plain = try JSONDecoder().decode(JSONNode.self, from: Data(json.utf8)).node
        var tree = Tree(root: plain)
        let root = tree.placed(plain, Path())
        self = Tree(root: root, places: tree.places)
    }

    private init(root: Node, places: [String: Place] = [:]) {
        self.root = root
        self.places = places
    }

    /// The place of the value at `path`, or of its name.
    func place(of path: Path, name: Bool = false) -> Place? { places[(name ? "name " : "") + path.description] }

    private mutating func newPlace(_ key: String) -> Place {
        let place = Place(line: places.count + 1, column: 1)
        places[key] = place
        return place
    }

    private mutating func placed(_ node: Node, _ path: Path) -> Node {
        let place = newPlace(path.description)
        switch node.content {
        case .literal(let text, .string) where text.hasPrefix("{{") && text.hasSuffix("}}"):
            return Node(.placeholder(Int(text.dropFirst(2).dropLast(2)) ?? -1), at: place)
        case .literal, .placeholder: return Node(node.content, at: place)
        case .list(let nodes):
            return Node(.list(nodes.enumerated().map { placed($1, path + .index($0)) }), at: place)
        case .object(let members):
            let fields = members.filter { $0.name != "$if" }.map { member in
                let inner = path + .field(member.name)
                let place = newPlace("name " + inner.description)
                return Member(name: member.name, at: place, value: placed(member.value, inner))
            }
            return Node(.object(fields), at: place, condition: node["$if"]?.literal.flatMap { Int($0) })
        }
    }
}

/// A finding in short: its code, its path, and what of the tree its place belongs to.
struct Found: Equatable, CustomStringConvertible {
    let code: Problem.Code
    let path: Path
    let place: Place?

    init(_ finding: ShapeFinding) {
        self.init(finding.problem.code, finding.path, finding.place)
    }

    init(_ code: Problem.Code, _ path: Path, _ place: Place?) {
        self.code = code
        self.path = path
        self.place = place
    }

    /// At the value, or at the field's name for what is said about fields; words are values.
    init(_ code: Problem.Code, _ path: Path, in tree: Tree) {
        let isWord = path.steps.last == .field("type") || path.steps.last == .field("sub_type")
        let isAboutName = code == .unknownField || code == .duplicateField || (code == .notListed && !isWord)
        let name = isAboutName ? tree.place(of: path, name: true) : nil
        self.init(code, path, name ?? tree.place(of: path))
    }

    var description: String { "\(code) at \(path) (\(place.map { "\($0.line)" } ?? "nowhere"))" }
}

/// When the tests of shapes take place, in milliseconds since 1970: the end of July 2026.
let present = 1_785_500_000_000

/// A message with one mistake.
typealias Mistake = (message: String, code: Problem.Code, path: Path)

/// That this mistake is found, at its place, and no other.
func expect(_ mistake: Mistake) throws {
    let tree = try Tree(mistake.message)
    var check = ShapeCheck(now: present)
    _ = check.typed(tree.root, as: .message)
    #expect(check.errors.map { Found($0) } == [Found(mistake.code, mistake.path, in: tree)])
    #expect(check.deferred.isEmpty)
}

func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

/// A message of this type.
func message(_ type: String, _ content: String) -> String { #"{"type": "\#(type)", "\#(type)": \#(content)}"# }

func interactive(_ type: String, _ rest: String) -> String {
    message("interactive", #"{"type": "\#(type)", "body": {"text": "Hello"}, \#(rest)}"#)
}

func template(_ components: String...) -> String {
    let list = components.joined(separator: ", ")
    return message("template", #"{"name": "hello", "language": {"code": "en_US"}, "components": [\#(list)]}"#)
}

func body(_ values: String...) -> String {
    #"{"type": "body", "parameters": [\#(values.joined(separator: ", "))]}"#
}

func button(_ kind: String, _ value: String, index: String = "0") -> String {
    #"{"type": "button", "sub_type": "\#(kind)", "index": \#(index), "parameters": [\#(value)]}"#
}

func text(_ text: String) -> String { #"{"type": "text", "text": "\#(text)"}"# }
