/// Holds a tree against its shape, collecting every mistake, and says how each value is written in JSON.
package struct ShapeCheck {
    /// Mistakes and warnings, in the order of the shapes.
    package private(set) var findings: [ShapeFinding] = []
    /// What has to be checked for each row, see ``Rule``.
    package private(set) var deferred: [DeferredRule] = []
    /// Where the value under check stands, and the conditions it is under.
    var path = Path()
    var conditions: [Int] = []
    private let literals: Literals
    private let now: Int

    /// What a scalar may be written as.
    package enum Literals: Sendable {
        /// As people write: `index: "0"`, `latitude: 41.88`. Digits are taken as they stand.
        case loose
        /// As JSON has it.
        case strict
    }

    /// A check that has found nothing yet.
    ///
    /// - Parameter now: Milliseconds since 1970; what must be in the future is later.
    package init(_ literals: Literals = .loose, now: Int) {
        self.literals = literals
        self.now = now
    }

    /// What stops the message.
    package var errors: [ShapeFinding] { findings.filter { !$0.isWarning } }

    /// `node` as the shape wants it; nil where it does not fit, and `findings` says why.
    ///
    /// A condition of `node` itself does not count: there is always a message.
    package mutating func typed(_ node: Node, as shape: Shape, at path: Path = Path()) -> Typed? {
        self.path = path
        return certain(node, as: shape)
    }

    /// - Parameter isOptional: Whether the message is right without the value.
    mutating func value(_ node: Node, as shape: Shape, isOptional: Bool = false) -> Typed? {
        guard let condition = node.condition else { return certain(node, as: shape, isOptional: isOptional) }
        conditions.append(condition)
        defer { conditions.removeLast() }
        return certain(node, as: shape, isOptional: isOptional).map { .conditional(condition, $0) }
    }

    private mutating func certain(_ node: Node, as shape: Shape, isOptional: Bool = false) -> Typed? {
        switch shape {
        case .text(let text): scalar(node, .text(text))
        case .integer(let range): scalar(node, .integer(range))
        case .boolean: scalar(node, .boolean)
        case .futureMoment: scalar(node, .moment(after: now))
        case .object(let object): self.object(node, as: object)
        case .list(let list): self.list(node, as: list, isOptional)
        case .free(let least): free(node, atLeast: least)
        }
    }
}

// MARK: - Values

extension ShapeCheck {
    private mutating func scalar(_ node: Node, _ kind: Leaf.Kind) -> Typed? {
        switch node.content {
        case .placeholder(let number, let fixed):
            if let problem = kind.problem(inAnyWith: fixed) {
                report(problem, at: node.place)
                return nil
            }
            return .leaf(Leaf(placeholder: number, path: path, kind: kind))
        case .literal(let text, let written) where accepts(written, for: kind):
            if let problem = kind.problem(in: text) {
                report(problem, at: node.place)
                return nil
            }
            if let warning = kind.warning(in: text) { report(warning, at: node.place, isWarning: true) }
            return kind.typed(text)
        default: return wrongKind(node, wanted: kind.noun)
        }
    }

    private func accepts(_ written: Node.Kind, for kind: Leaf.Kind) -> Bool {
        if written == kind.written { return true }
        guard literals == .loose else { return false }
        return if case .text = kind { written == .number } else { written == .string }
    }

    /// An optional list that loses all its elements is left out.
    private mutating func list(_ node: Node, as shape: ListShape, _ isOptional: Bool) -> Typed? {
        guard case .list(let nodes) = node.content else { return wrongKind(node, wanted: "a list") }
        if !shape.count.contains(nodes.count) || nodes.contains(where: { $0.condition != nil }) {
            check(.total("[]", shape.count, of: "element", orNone: isOptional && !nodes.isEmpty), of: node)
        }
        if let advised = shape.advised {
            check(.betterFewer("[]", than: advised.most + 1...shape.count.upperBound, why: advised.why), of: node)
        }
        return all(nodes.enumerated().map { index, node in at(.index(index)) { $0.value(node, as: shape.element) } })
            .map(Typed.list)
    }

    private mutating func free(_ node: Node, atLeast least: Int) -> Typed? {
        guard case .object(let members) = node.content else { return wrongKind(node, wanted: "a mapping") }
        if members.count < least { report(Problem(.wrongCount, "is empty; leave it out instead"), at: node.place) }
        return anything(node)
    }

    /// What the shapes know nothing of keeps its own kinds.
    private mutating func anything(_ node: Node) -> Typed? {
        let value: Typed? =
            switch node.content {
            case .placeholder(let number, _):
                .leaf(Leaf(placeholder: number, path: path, kind: .text(TextShape(count: 0...Int.max))))
            case .literal(let text, .string): .string(text)
            case .literal(let text, .number): .number(text)
            case .literal(let text, .boolean): .boolean(text == "true")
            case .literal(_, .null): .null
            case .list(let nodes):
                all(
                    nodes.filter { !$0.isNothing }.enumerated().map { index, node in
                        at(.index(index)) { $0.anything(node) }
                    }
                ).map(Typed.list)
            case .object(let members):
                entries(members.filter { !$0.value.isNothing }) { $0.anything($1.value) }.map(Typed.free)
            }
        guard let condition = node.condition else { return value }
        return value.map { .conditional(condition, $0) }
    }

    private func all(_ values: [Typed?]) -> [Typed]? {
        let present = values.compactMap(\.self)
        return present.count == values.count ? present : nil
    }
}

// MARK: - Steps

extension ShapeCheck {
    /// The fields of an object, each checked by `check`; names that stand twice are reported.
    mutating func entries(_ members: [Member], _ check: (inout ShapeCheck, Member) -> Typed?) -> [Typed.Entry]? {
        var seen: Set<String> = []
        let entries = members.map { member in
            at(.field(member.name)) { inner -> Typed.Entry? in
                if !seen.insert(member.name).inserted {
                    inner.report(Problem(.duplicateField, "stands here twice"), at: member.place)
                }
                return check(&inner, member).map { Typed.Entry(name: member.name, value: $0) }
            }
        }
        let present = entries.compactMap(\.self)
        return present.count == entries.count ? present : nil
    }

    mutating func at<Result>(_ step: Path.Step, _ body: (inout ShapeCheck) -> Result) -> Result {
        path.steps.append(step)
        defer { path.steps.removeLast() }
        return body(&self)
    }

    mutating func report(_ problem: Problem, at place: Place, isWarning: Bool = false) {
        report([ShapeFinding(problem: problem, path: path, place: place, isWarning: isWarning)])
    }

    mutating func report(_ more: [ShapeFinding]) { findings += more }

    mutating func postpone(_ rule: DeferredRule) { deferred.append(rule) }

    mutating func wrongKind(_ node: Node, wanted: String) -> Typed? {
        report(Problem(.wrongKind, "is \(node.noun); \(wanted) is needed"), at: node.place)
        return nil
    }
}
