import Liquid
import WhatsApp
import Yams

/// Reads a YAML or JSON template into a tree, its placeholders compiled apart.
struct TemplateReader {
    private let file: TemplateFile
    let names: Names
    /// What `now` and `today` stand for.
    private let now: Now
    /// The text that YAML reads.
    let respelling: Respelling
    /// Its lines.
    var source: SourceText
    /// The compiled placeholders, by their number in the tree.
    private(set) var placeholders: [Liquid.Template] = []
    /// The compiled `$if` expressions, by their number in the tree.
    private(set) var conditions: [Conditional] = []
    /// The number of the nearest condition around what is being read.
    private var around: Int?
    private(set) var findings: [Finding] = []
    private var yaml: YAMLText
    private var nodes = 0

    init(_ file: TemplateFile, names: Names, now: Now) {
        self.file = file
        self.names = names
        self.now = now
        respelling = Respelling(file)
        yaml = YAMLText(respelling.text)
        source = SourceText(yaml.text)
    }

    /// The file's one document; nil where it cannot be read, and `findings` says why.
    mutating func read() -> WhatsApp.Node? {
        if reportInvisibleBreaks() { return nil }
        do {
            guard let root = try yaml.compose() else { return nothing() }
            if let key = root.mapping?.keys.first(where: { $0.scalar?.string == "whatsapp_message" }) {
                report(
                    "whole_request",
                    "This is a whole request. A template is only what stands below 'whatsapp_message': the rest comes "
                        + "from --from, the recipients file and the other options.", at: Place(key.mark))
                return nil
            }
            reportCondition(of: root)
            return node(root) ?? nothing()
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            // The place of the others is not told.
            if let key = keys.first {
                report("duplicate_field", "'\(key)' stands here twice.", at: Place(context.mark))
            }
        } catch let error as YamlError {
            let mistake = YAMLMistake(error, in: source)
            report("not_yaml", mistake.message, at: mistake.place)
        } catch {
            report("not_yaml", "The template cannot be read: \(error).", at: nil)
        }
        return nil
    }

    /// Where no message is left to say anything about, and nothing was said.
    private mutating func nothing() -> WhatsApp.Node? {
        if findings.isEmpty { report("empty_template", "The template is empty.", at: nil) }
        return nil
    }

    /// What YAML 1.1 takes for the end of a line and people do not see would come out as a space.
    ///
    /// Returns whether there is any.
    private mutating func reportInvisibleBreaks() -> Bool {
        var line = 1
        var column = 1
        for character in yaml.text {
            if let scalar = character.unicodeScalars.first, "\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar) {
                report(
                    "not_yaml",
                    "An invisible end of a line stands here. Delete it, or write \(scalar.escape) in double quotes.",
                    at: Place(line: line, column: column))
            }
            line += character.isNewline ? 1 : 0
            column = character.isNewline ? 1 : column + character.unicodeScalars.count
        }
        return !findings.isEmpty
    }

    /// Far beyond any message: aliases of aliases can stand for more values than fit a memory.
    private static let mostNodes = 20_000

    /// The tree below `node`; nil for what is there in no row.
    private mutating func node(_ node: Yams.Node) -> WhatsApp.Node? {
        let place = Place(node.mark)
        nodes += 1
        guard nodes <= Self.mostNodes else {
            if nodes == Self.mostNodes + 1 {
                report("too_large", "The template has more than \(Self.mostNodes) values.", at: place)
            }
            return WhatsApp.Node(.literal("", .null), at: place)
        }
        switch node {
        case .scalar(let scalar):
            reportDoubts(about: scalar, at: place)
            return WhatsApp.Node(content(of: scalar), at: place)
        case .sequence(let elements):
            let nodes = elements.compactMap { self.node($0) }
            // A list that loses all its elements is left out, as it is where a row decides that.
            return nodes.isEmpty && !elements.isEmpty ? nil : WhatsApp.Node(.list(nodes), at: place)
        case .mapping(let mapping): return self.mapping(mapping, at: place)
        case .alias(let alias):
            report("unknown_anchor", "There is no anchor '\(alias.anchor.rawValue)' to refer to.", at: place)
            return WhatsApp.Node(.literal("", .null), at: place)
        }
    }

    /// A mapping; its key `$if` says in which rows it is there.
    private mutating func mapping(_ mapping: Yams.Node.Mapping, at place: Place) -> WhatsApp.Node? {
        // Before its fields, wherever it stands: they depend on it.
        switch presence(of: mapping) {
        case .always: return object(mapping, at: place)
        case .rows(let number):
            let outer = around
            around = number
            defer { around = outer }
            return object(mapping, at: place, condition: number)
        case .never:
            // It is read for its mistakes; no row is asked for what stands in it.
            let known = (placeholders: placeholders.count, conditions: conditions.count)
            _ = object(mapping, at: place)
            placeholders.removeSubrange(known.placeholders...)
            conditions.removeSubrange(known.conditions...)
            return nil
        }
    }

    private mutating func object(
        _ mapping: Yams.Node.Mapping, at place: Place, condition: Int? = nil
    ) -> WhatsApp.Node {
        let fields = mapping.filter { !isCondition($0.key) }
        let members = fields.compactMap { member($0.key, $0.value) }
        return WhatsApp.Node(
            .object(members), at: place, condition: condition, hasLostAll: members.isEmpty && !fields.isEmpty)
    }

    private mutating func presence(of mapping: Yams.Node.Mapping) -> Presence {
        let found = mapping.filter { isCondition($0.key) }
        for (key, _) in found.dropFirst() {
            report("duplicate_field", "$if stands here twice.", at: Place(key.mark))
        }
        let presences = found.map { condition($0.value) }
        return presences.last.flatMap(\.self) ?? .always
    }

    /// In which rows a mapping is there.
    private enum Presence {
        case always, never
        /// Where the condition of this number holds.
        case rows(Int)
    }

    private func isCondition(_ key: Yams.Node) -> Bool { key.scalar.map { yaml.name(of: $0.string) } == "$if" }

    /// There is always a message: only its parts can depend on a row.
    private mutating func reportCondition(of root: Yams.Node) {
        guard let key = root.mapping?.keys.first(where: isCondition) else { return }
        report(
            "condition", "The message as a whole cannot depend on $if: leave out rows of the recipients file instead.",
            at: Place(key.mark))
    }

    private mutating func condition(_ value: Yams.Node) -> Presence? {
        guard let scalar = value.scalar, scalar.kind != .null, !scalar.string.isBlank else {
            report("condition", "$if needs an expression, such as: $if: tracking_code", at: Place(value.mark))
            return nil
        }
        do {
            let test = try Condition(parsing: scalar.literal.text, names: names)
            if test.slots.isEmpty { return constant(test, in: scalar) }
            conditions.append(Conditional(source: scalar.string, test: test, around: around))
            return .rows(conditions.count - 1)
        } catch {
            report("condition", error, in: scalar)
            return nil
        }
    }

    /// What no row decides is decided once.
    private mutating func constant(_ test: Condition, in scalar: Yams.Node.Scalar) -> Presence? {
        do {
            return try test.holds(now: now) { _ in .null } ? .always : .never
        } catch {
            report("condition", "This cannot be decided: \(error)", at: source.places(of: [0], in: scalar).first)
            return nil
        }
    }

    private mutating func member(_ key: Yams.Node, _ value: Yams.Node) -> Member? {
        guard let key = key.scalar else {
            // `text: {{ name }}` is a mapping with a mapping for its key.
            report(
                "not_quoted", "A field's name is needed here. A placeholder must stand in quotes: \"{{ name }}\".",
                at: Place(key.mark))
            return nil
        }
        if key.string == "<<", key.kind == .string, key.style == .plain {
            report(
                "merge_key", "Mappings cannot be merged with << in a template. Write the fields out.",
                at: Place(key.mark))
            return nil
        }
        let name = yaml.name(of: key.string)
        if let mistake = mistake(inName: name) {
            report("field_name", mistake, at: Place(key.mark))
            return nil
        }
        guard let value = node(value) else { return nil }
        return Member(name: name, at: Place(key.mark), value: value)
    }

    /// What would go out as it stands where names are the receiver's own, and is meant for this program.
    private func mistake(inName name: String) -> String? {
        if name.contains("{{") || name.contains("{%") { return "A field's name cannot hold a placeholder." }
        return name.hasPrefix("$") ? "'\(name)' is no field. Did you mean '$if'?" : nil
    }

    private mutating func content(of scalar: Yams.Node.Scalar) -> WhatsApp.Node.Content {
        let text = scalar.string
        guard text.contains("{{") || text.contains("{%") else {
            reportBrackets(in: [text], at: Place(scalar.mark))
            let (text, kind) = scalar.literal
            return .literal(text, kind)
        }
        do {
            let template = try Liquid.Template(parsing: text, names: names)
            if template.slots.isEmpty { return constant(template, in: scalar) }
            let fixed = template.fixedTexts
            // What stands in `raw` is meant to.
            if !text.contains("endraw") { reportBrackets(in: fixed, at: Place(scalar.mark)) }
            placeholders.append(template)
            return .placeholder(placeholders.count - 1, fixed: fixed)
        } catch {
            report("placeholder", error, in: scalar)
            // Keeps its place in the tree, so that the shape is checked all the same.
            return .placeholder(-1)
        }
    }

    /// What no row changes is a text like any other.
    private mutating func constant(
        _ template: Liquid.Template, in scalar: Yams.Node.Scalar
    ) -> WhatsApp.Node.Content {
        do {
            return .literal(try template.text(now: now) { _ in .null }, .string)
        } catch {
            report("placeholder", "This cannot be rendered: \(error)", at: source.places(of: [0], in: scalar).first)
            return .placeholder(-1)
        }
    }

    /// The findings, each at its place in the file and with its line.
    func quoting(_ findings: [Finding]) -> [Finding] {
        let file = SourceText(file.text)
        return findings.map { finding in
            guard let line = finding.line, let column = finding.column else { return finding }
            var quoting = finding
            quoting.column = respelling.original(of: Place(line: line, column: column)).column
            quoting.excerpt = file.line(line)
            return quoting
        }
    }

    private mutating func report(_ code: String, _ mistakes: Mistakes, in scalar: Yams.Node.Scalar) {
        let places = source.places(of: mistakes.all.map(\.offset), in: scalar)
        for (mistake, place) in zip(mistakes.all, places) { report(code, mistake.message, at: place) }
    }

    mutating func report(
        _ code: String, _ message: String, at place: Place?, _ severity: Finding.Severity = .error
    ) {
        findings.append(
            Finding(
                file: file.name, line: place?.line, column: place?.column, severity: severity, code: code,
                message: message))
    }
}
