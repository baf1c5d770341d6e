import Liquid
import WhatsApp
import Yams

/// Reads a YAML or JSON template into a tree, its placeholders compiled apart.
struct TemplateReader {
    private let file: TemplateFile
    private let names: Names
    private let source: SourceText
    /// The compiled placeholders, by their number in the tree.
    private(set) var placeholders: [Liquid.Template] = []
    /// The compiled `$if` expressions, by their number in the tree.
    private(set) var conditions: [Conditional] = []
    private(set) var findings: [Finding] = []
    private var nodes = 0

    init(_ file: TemplateFile, _ source: SourceText, names: Names) {
        self.file = file
        self.names = names
        self.source = source
    }

    /// The file's one document; nil where it cannot be read, and `findings` says why.
    mutating func read() -> WhatsApp.Node? {
        do {
            let text = file.isJSON ? file.text.joiningSurrogateEscapes : file.text
            guard let root = try Yams.compose(yaml: text) else {
                report("empty_template", "The template is empty.", at: nil)
                return nil
            }
            return node(root)
        } catch let error as YamlError {
            reportYAML(error)
        } catch {
            report("not_yaml", "The template cannot be read: \(error).", at: nil)
        }
        return nil
    }

    /// Far beyond any message: aliases of aliases can stand for more values than fit a memory.
    private static let mostNodes = 20_000

    private mutating func node(_ node: Yams.Node) -> WhatsApp.Node {
        let place = Place(node.mark)
        nodes += 1
        guard nodes <= Self.mostNodes else {
            if nodes == Self.mostNodes + 1 {
                report("too_large", "The template has more than \(Self.mostNodes) values.", at: place)
            }
            return WhatsApp.Node(.literal("", .null), at: place)
        }
        switch node {
        case .scalar(let scalar): return WhatsApp.Node(content(of: scalar), at: place)
        case .sequence(let elements): return WhatsApp.Node(.list(elements.map { self.node($0) }), at: place)
        case .mapping(let mapping): return self.mapping(mapping, at: place)
        case .alias(let alias):
            report("unknown_anchor", "There is no anchor '\(alias.anchor.rawValue)' to refer to.", at: place)
            return WhatsApp.Node(.literal("", .null), at: place)
        }
    }

    /// A mapping; its key `$if` says in which rows it is there.
    private mutating func mapping(_ mapping: Yams.Node.Mapping, at place: Place) -> WhatsApp.Node {
        var members: [Member] = []
        var number: Int?
        for (key, value) in mapping {
            if key.scalar?.string == "$if" {
                number = condition(value)
            } else if let member = member(key, value) {
                members.append(member)
            }
        }
        return WhatsApp.Node(.object(members), at: place, condition: number)
    }

    private mutating func condition(_ value: Yams.Node) -> Int? {
        guard let scalar = value.scalar else {
            report("condition", "$if needs an expression, such as: $if: tracking_code", at: Place(value.mark))
            return nil
        }
        do {
            conditions.append(
                Conditional(source: scalar.string, test: try Condition(parsing: scalar.string, names: names)))
            return conditions.count - 1
        } catch {
            for mistake in error.all {
                report("condition", mistake.message, at: source.place(of: mistake.offset, in: scalar))
            }
            return nil
        }
    }

    private mutating func member(_ key: Yams.Node, _ value: Yams.Node) -> Member? {
        guard let name = key.scalar?.string else {
            // `text: {{ name }}` is a mapping with a mapping for its key.
            report(
                "not_quoted", "A field's name is needed here. A placeholder must stand in quotes: \"{{ name }}\".",
                at: Place(key.mark))
            return nil
        }
        return Member(name: name, at: Place(key.mark), value: node(value))
    }

    private mutating func content(of scalar: Yams.Node.Scalar) -> WhatsApp.Node.Content {
        let text = scalar.string
        guard text.contains("{{") || text.contains("{%") else { return .literal(text, scalar.kind) }
        do {
            let template = try Liquid.Template(parsing: text, names: names)
            if let literal = template.literal { return .literal(literal, .string) }
            placeholders.append(template)
            return .placeholder(placeholders.count - 1)
        } catch {
            for mistake in error.all {
                report("placeholder", mistake.message, at: source.place(of: mistake.offset, in: scalar))
            }
            // Keeps its place in the tree, so that the shape is checked all the same.
            return .placeholder(-1)
        }
    }

    private mutating func report(_ code: String, _ message: String, at place: Place?) {
        findings.append(
            Finding(file: file.name, line: place?.line, column: place?.column, code: code, message: message))
    }

    private mutating func reportYAML(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            if problem.contains("another document") {
                return report(
                    "not_yaml", "This is not YAML for one message: a second document begins here.", at: Place(mark))
            }
            report("not_yaml", "This is not YAML: \(problem).", at: Place(mark))
        case .duplicatedKeysInMapping(let names, let context):
            for name in names { report("duplicate_field", "'\(name)' stands here twice.", at: Place(context.mark)) }
        default: report("not_yaml", "This is not YAML: \(error).", at: nil)
        }
    }
}

extension Yams.Node.Scalar {
    /// What the author wrote: quoted text is text, and of YAML's many words for it only true and false are Boolean.
    fileprivate var kind: WhatsApp.Node.Kind {
        guard style == .plain || style == .any else { return .string }
        switch Resolver.default.resolveTag(of: .scalar(self)) {
        // What YAML takes for a number and JSON does not (0x1F, .5, 1_000) is passed on as text.
        case .int, .float: return string.isJSONNumber ? .number : .string
        case .bool: return string == "true" || string == "false" ? .boolean : .string
        case .null: return .null
        default: return .string
        }
    }
}

extension String {
    /// Whether this is a number as JSON spells it (RFC 8259 §6).
    fileprivate var isJSONNumber: Bool {
        wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil
    }
}

extension Place {
    fileprivate init(_ mark: Mark?) {
        self.init(line: mark?.line ?? 0, column: mark?.column ?? 0)
    }
}

/// An `$if` expression, as it was written and compiled.
struct Conditional: Sendable {
    let source: String
    let test: Condition
}
