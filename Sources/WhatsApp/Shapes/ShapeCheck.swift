/// Holds a tree against its shape, collecting every mistake, and says how each value is written in JSON.
package struct ShapeCheck {
    package private(set) var findings: [ShapeFinding] = []

    package init() {}

    package var errors: [ShapeFinding] { findings.filter { !$0.isWarning } }

    /// `node` as the shape wants it; nil where it does not fit, and `findings` says why.
    package mutating func typed(_ node: Node, as shape: Shape, at path: String) -> Typed? {
        switch shape {
        case .object(let object): self.object(node, as: object, at: path)
        case .list(let element, let count): list(node, of: element, count, at: path)
        case .anything: anything(node, at: path)
        case .text(let text): self.text(node, as: text, at: path)
        case .integer(let range): integer(node, range, at: path)
        case .boolean: boolean(node, at: path)
        }
    }

    mutating func report(_ problem: Problem, at path: String, _ place: Place, isWarning: Bool = false) {
        findings.append(ShapeFinding(problem: problem, path: path, place: place, isWarning: isWarning))
    }

    private mutating func wrongKind(_ node: Node, wanted: String, at path: String) -> Typed? {
        report(Problem(.wrongKind, "is \(node.noun); \(wanted) is needed"), at: path, node.place)
        return nil
    }
}

// MARK: - Values

extension ShapeCheck {
    /// A literal number is taken for the text that its author wrote: `index: 0`, `latitude: 41.88`.
    private mutating func text(_ node: Node, as shape: TextShape, at path: String) -> Typed? {
        switch node.content {
        case .placeholder(let number):
            return .leaf(Leaf(placeholder: number, path: path, place: node.place, kind: .text(shape)))
        case .literal(let text, .string), .literal(let text, .number):
            guard let problem = shape.problem(in: text) else { return .string(text) }
            report(problem, at: path, node.place)
            return nil
        default: return wrongKind(node, wanted: "a text", at: path)
        }
    }

    private mutating func integer(_ node: Node, _ range: ClosedRange<Int>, at path: String) -> Typed? {
        switch node.content {
        case .placeholder(let number):
            return .leaf(Leaf(placeholder: number, path: path, place: node.place, kind: .integer(range)))
        case .literal(let text, .string), .literal(let text, .number):
            guard let problem = Shape.integerProblem(text, range) else { return .number(text) }
            report(problem, at: path, node.place)
            return nil
        default: return wrongKind(node, wanted: "a whole number", at: path)
        }
    }

    private mutating func boolean(_ node: Node, at path: String) -> Typed? {
        switch node.content {
        case .placeholder(let number):
            return .leaf(Leaf(placeholder: number, path: path, place: node.place, kind: .boolean))
        case .literal(let text, .boolean), .literal(let text, .string):
            guard let problem = Shape.booleanProblem(text) else { return .boolean(text == "true") }
            report(problem, at: path, node.place)
            return nil
        default: return wrongKind(node, wanted: "true or false", at: path)
        }
    }

    private mutating func list(
        _ node: Node, of element: Shape, _ count: ClosedRange<Int>, at path: String
    ) -> Typed? {
        guard case .list(let nodes) = node.content else { return wrongKind(node, wanted: "a list", at: path) }
        if !count.contains(nodes.count) {
            let limit = nodes.count < count.lowerBound ? "at least \(count.lowerBound)" : "at most \(count.upperBound)"
            report(Problem(.wrongCount, "has \(nodes.count) elements; \(limit) are needed"), at: path, node.place)
        }
        return all(nodes.enumerated().map { typed($1, as: element, at: "\(path)[\($0)]") }).map(Typed.list)
    }

    /// What the shapes know nothing of keeps its own kinds.
    private mutating func anything(_ node: Node, at path: String) -> Typed? {
        switch node.content {
        case .placeholder(let number):
            let shape = TextShape(count: 0...Int.max)
            return .leaf(Leaf(placeholder: number, path: path, place: node.place, kind: .text(shape)))
        case .literal(let text, .string): return .string(text)
        case .literal(let text, .number): return .number(text)
        case .literal(let text, .boolean): return .boolean(text == "true")
        case .literal(_, .null): return .null
        case .list(let nodes):
            return all(nodes.enumerated().map { anything($1, at: "\(path)[\($0)]") }).map(Typed.list)
        case .object(let members):
            reportRepeated(members, at: path)
            let values = members.map { anything($0.value, at: "\(path).\($0.name)") }
            return entries(members, values)
        }
    }

    private func all(_ values: [Typed?]) -> [Typed]? {
        let present = values.compactMap(\.self)
        return present.count == values.count ? present : nil
    }

    private func entries(_ members: [Member], _ values: [Typed?]) -> Typed? {
        all(values).map { .object(zip(members, $0).map { Typed.Entry(name: $0.name, value: $1) }) }
    }
}

// MARK: - Objects

extension ShapeCheck {
    private mutating func object(_ node: Node, as shape: ObjectShape, at path: String) -> Typed? {
        guard case .object(let members) = node.content else {
            return wrongKind(node, wanted: shape.title, at: path)
        }
        reportRepeated(members, at: path)
        guard let fields = fields(of: node, as: shape, at: path) else { return nil }
        for field in fields where field.isRequired && node[field.name] == nil {
            report(
                Problem(.missingField, "needs the field '\(field.name)' (\(field.about))"), at: name(path, shape),
                node.place)
        }
        check(shape.rules, of: node, at: name(path, shape))
        let values = members.map { member in
            typed(member, among: fields, of: shape, at: path)
        }
        return entries(members, values)
    }

    private mutating func typed(
        _ member: Member, among fields: [Field], of shape: ObjectShape, at path: String
    ) -> Typed? {
        let inner = path.isEmpty ? member.name : "\(path).\(member.name)"
        guard let field = fields.first(where: { $0.name == member.name }) else {
            report(unknown(member.name, among: fields, of: shape), at: inner, member.place)
            return nil
        }
        if field.isUnlisted {
            let problem = Problem(.notListed, "is in no description of Telnyx; whether it arrives is not known")
            report(problem, at: inner, member.place, isWarning: true)
        }
        return typed(member.value, as: field.shape, at: inner)
    }

    private func unknown(_ name: String, among fields: [Field], of shape: ObjectShape) -> Problem {
        if let variants = shape.variants,
            let other = variants.cases.first(where: { $0.fields.contains { $0.name == name } })
        {
            return Problem(.unknownField, "belongs only where \(variants.by) is '\(other.word)'")
        }
        let names = fields.map(\.name)
        let hint =
            (Field.synonyms[name].flatMap { names.contains($0) ? $0 : nil })
            ?? Spelling.nearest(to: name, among: names)
        let advice = hint.map { " Did you mean '\($0)'?" } ?? " Its fields are \(names.joined(separator: ", "))."
        return Problem(.unknownField, "is no field of \(shape.title)", hint: advice)
    }

    /// The fields of this object, those of its variant included; nil where the variant is not known.
    private mutating func fields(of node: Node, as shape: ObjectShape, at path: String) -> [Field]? {
        guard let variants = shape.variants else { return shape.fields }
        let inner = path.isEmpty ? variants.by : "\(path).\(variants.by)"
        guard let selector = node[variants.by] else {
            report(
                Problem(.missingField, "needs the field '\(variants.by)': \(words(of: variants).alternatives)"),
                at: name(path, shape), node.place)
            return nil
        }
        guard let word = selector.literal else {
            report(
                Problem(.invalidValue, "must be written out, since it decides which fields there are"), at: inner,
                selector.place)
            return nil
        }
        guard let variant = variants.cases.first(where: { $0.word == word }) else {
            let format = TextFormat.oneOf(words(of: variants))
            if let problem = format.problem(in: word) { report(problem, at: inner, selector.place) }
            return nil
        }
        let own = Field.required(variants.by, .text(1...64), "decides which fields there are")
        return [own] + shape.fields + variant.fields
    }

    private func words(of variants: Variants) -> [String] { variants.cases.map(\.word) }

    private func name(_ path: String, _ shape: ObjectShape) -> String { path.isEmpty ? shape.title : path }

    private mutating func reportRepeated(_ members: [Member], at path: String) {
        var seen: Set<String> = []
        for member in members where !seen.insert(member.name).inserted {
            let inner = path.isEmpty ? member.name : "\(path).\(member.name)"
            report(Problem(.duplicateField, "stands here twice"), at: inner, member.place)
        }
    }
}

// MARK: - Rules

extension ShapeCheck {
    private mutating func check(_ rules: [ObjectRule], of node: Node, at path: String) {
        for rule in rules {
            if let problem = rule.problem(in: node) { report(problem, at: path, node.place) }
        }
    }
}

extension ObjectRule {
    func problem(in node: Node) -> Problem? {
        switch self {
        case .oneOf(let names):
            let present = names.filter { node[$0] != nil }
            if present.count == 1 { return nil }
            return present.isEmpty
                ? Problem(.missingField, "needs \(names.alternatives)")
                : Problem(.conflict, "has \(present.joined(separator: " and ")); only one of them is allowed")
        case .needs(let name, let word, let fields):
            guard node[name]?.literal == word else { return nil }
            let missing = fields.filter { node[$0] == nil }
            if missing.isEmpty { return nil }
            return Problem(.missingField, "needs \(missing.joined(separator: ", ")), since \(name) is '\(word)'")
        case .either(let one, let all):
            if node[one] != nil || all.allSatisfy({ node[$0] != nil }) { return nil }
            return Problem(.missingField, "needs '\(one)', or \(all.joined(separator: " and "))")
        }
    }
}

extension Field {
    /// Names that other APIs use for the same thing.
    static let synonyms = ["url": "link", "subtext": "sub_text", "message": "body", "src": "link", "lang": "language"]
}
