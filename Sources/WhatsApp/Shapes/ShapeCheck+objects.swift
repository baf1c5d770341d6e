extension ShapeCheck {
    mutating func object(_ node: Node, as shape: ObjectShape) -> Typed? {
        guard case .object(let members) = node.content else { return wrongKind(node, wanted: shape.title) }
        guard let layers = layers(of: node, as: shape) else { return nil }
        for layer in layers {
            for field in layer.fields where field.isRequired { require(field, in: node) }
            for rule in layer.rules { check(rule, of: node) }
        }
        return entries(members) { $0.field($1, of: layers) }
    }

    /// The shape, and what the words in `node` add to it; nil where a word is missing or unknown.
    private mutating func layers(of node: Node, as shape: ObjectShape) -> [ObjectShape]? {
        var layers = [shape]
        var last = shape
        while let variants = last.variants {
            guard let adds = adds(variants, in: node) else { return nil }
            layers.append(adds)
            last = adds
        }
        return layers
    }

    private mutating func adds(_ variants: Variants, in node: Node) -> ObjectShape? {
        guard let selector = node[variants.by] else {
            let choice = variants.words.alternatives
            report(Problem(.missingField, "needs the field '\(variants.by)': \(choice)"), at: node.place)
            return nil
        }
        return at(.field(variants.by)) { inner in
            guard case .literal(let word, .string) = selector.content else {
                let problem =
                    selector.literal == nil
                    ? Problem(.invalidValue, "must be written out, since it decides which fields there are")
                    : Problem(.wrongKind, "is \(selector.noun); a text is needed")
                inner.report(problem, at: selector.place)
                return nil
            }
            guard let found = variants.cases.first(where: { $0.word == word }) else {
                if let problem = TextFormat.oneOf(variants.words).problem(in: word) {
                    inner.report(problem, at: selector.place)
                }
                return nil
            }
            if found.isUnlisted {
                inner.report(.notListed("is '\(word)', which "), at: selector.place, isWarning: true)
            }
            return found.adds
        }
    }

    /// Reports a field that is missing, or leaves it to the rows whether it is.
    private mutating func require(_ field: Field, in node: Node) {
        if let value = node[field.name], value.condition == nil { return }
        check(.required(Selector(field.name), about: field.about), of: node)
    }

    private mutating func field(_ member: Member, of layers: [ObjectShape]) -> Typed? {
        for layer in layers {
            if layer.variants?.by == member.name { return member.value.literal.map(Typed.string) }
            guard let field = layer.fields.first(where: { $0.name == member.name }) else { continue }
            if field.isUnlisted { report(.notListed(), at: member.place, isWarning: true) }
            return value(member.value, as: field.shape)
        }
        report(unknown(member.name, of: layers), at: member.place)
        return nil
    }

    private func unknown(_ name: String, of layers: [ObjectShape]) -> Problem {
        for variants in layers.compactMap(\.variants) {
            let words = variants.cases.filter { $0.adds.fields.contains { $0.name == name } }.map(\.word)
            if !words.isEmpty {
                return Problem(.unknownField, "belongs only where '\(variants.by)' is \(words.alternatives)")
            }
        }
        let names = layers.flatMap { layer in layer.fields.map(\.name) + (layer.variants.map { [$0.by] } ?? []) }
        let synonym = Field.synonyms[name].flatMap { names.contains($0) ? $0 : nil }
        let hint = synonym ?? Spelling.nearest(to: name, among: names)
        let advice = hint.map { " Did you mean '\($0)'?" } ?? " Its fields are \(names.joined(separator: ", "))."
        return Problem(.unknownField, "is no field of \(layers[0].title)", hint: advice)
    }
}

// MARK: - Rules

extension ShapeCheck {
    /// Checks a rule now where everything it reads is certain, else leaves it to the rows.
    mutating func check(_ rule: Rule, of node: Node) {
        let facts = rule.reads.map { $0.facts(in: node, at: path) }
        let certain = facts.map { $0.filter { $0.isCertain(for: rule) } }
        if certain.map(\.count) == facts.map(\.count) {
            report(rule.findings(facts, at: path, node.place))
            return
        }
        if rule.isBrokenByPart {
            let found = rule.findings(certain, at: path, node.place)
            if !found.isEmpty { return report(found) }
        }
        if isSettled(rule, facts, certain) { return }
        postpone(DeferredRule(rule, facts, around: conditions, path: path, place: node.place))
    }

    /// Whether the rule holds for every row: a count that holds with and without everything conditional, or texts that
    /// are all known and go together.
    private func isSettled(_ rule: Rule, _ facts: [[Fact]], _ certain: [[Fact]]) -> Bool {
        switch rule {
        case .total: rule.breaches(facts).isEmpty && rule.breaches(certain).isEmpty
        case .unique: facts[0].allSatisfy { $0.placeholder == nil } && rule.breaches(facts).isEmpty
        default: false
        }
    }
}

extension Fact {
    /// Whether no row can change what `rule` reads here.
    fileprivate func isCertain(for rule: Rule) -> Bool {
        conditions.isEmpty && (placeholder == nil || !rule.readsTexts)
    }
}

extension Problem {
    fileprivate static func notListed(_ what: String = "") -> Problem {
        Problem(.notListed, "\(what)is in no description of Telnyx; whether it arrives is not known")
    }
}
