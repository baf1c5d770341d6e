extension ShapeCheck {
    mutating func object(_ node: Node, as shape: ObjectShape) -> Typed? {
        guard case .object(let all) = node.content else { return wrongKind(node, wanted: shape.needed) }
        let layers = layers(of: node, as: shape)
        for layer in layers {
            for field in layer.fields where field.isRequired { require(field, in: node) }
            for rule in layer.rules { check(rule, of: node) }
        }
        // Without the word that decides, whatever it could decide for may belong here.
        let open = layers.last?.variants.map { $0.names + [node[$0.by]?.literal].compactMap(\.self) } ?? []
        let free = layers.flatMap(\.fields).filter(\.shape.isFree).map(\.name)
        let members = all.filter { !($0.value.isNothing && free.contains($0.name)) }
        return entries(members) { $0.field($1, of: layers, or: open) }.map(Typed.object)
    }

    /// The shape, and what the words in `node` add to it.
    ///
    /// Where a word is missing or wrong, which is reported, the word that was probably meant counts, so that what
    /// stands below is checked too; nothing is added where nobody can tell.
    private mutating func layers(of node: Node, as shape: ObjectShape) -> [ObjectShape] {
        var layers = [shape]
        while let variants = layers.last?.variants, let adds = adds(variants, in: node) { layers.append(adds) }
        return layers
    }

    private mutating func adds(_ variants: Variants, in node: Node) -> ObjectShape? {
        guard let selector = node[variants.by] else {
            let probable = variants.probable(for: node)
            let problem = Problem(
                .missingField, "needs the field '\(variants.by)': \(variants.words.alternatives)",
                hint: probable.map { " Did you mean '\($0.word)'?" } ?? "")
            report(problem, at: node.place)
            return probable?.adds
        }
        return at(.field(variants.by)) { $0.adds(variants, selector, in: node) }
    }

    private mutating func adds(_ variants: Variants, _ selector: Node, in node: Node) -> ObjectShape? {
        guard case .literal(let word, .string) = selector.content else {
            let problem =
                selector.literal == nil
                ? Problem(.invalidValue, "must be written out, since it decides which fields there are")
                : Problem(.wrongKind, "is \(selector.noun); a text is needed")
            report(problem, at: selector.place)
            return variants.probable(for: node)?.adds
        }
        guard let found = variants[word] else {
            let nearest = Spelling.nearest(to: word, among: variants.words).flatMap { variants[$0] }
            let probable = nearest ?? variants.probable(for: node)
            report(.unknownWord(word, among: variants.words, meant: probable?.word), at: selector.place)
            return probable?.adds
        }
        if found.isUnlisted { report(.notListed("is '\(word)', which "), at: selector.place, isWarning: true) }
        return found.adds
    }

    /// Reports a field that is missing, or leaves it to the rows whether it is.
    private mutating func require(_ field: Field, in node: Node) {
        if let value = node[field.name], value.condition == nil { return }
        check(.required(Selector(field.name), about: field.about), of: node)
    }

    /// - Parameter open: the names that may be fields or not.
    private mutating func field(_ member: Member, of layers: [ObjectShape], or open: [String]) -> Typed? {
        for layer in layers {
            if layer.variants?.by == member.name { return member.value.literal.map(Typed.string) }
            guard let field = layer.fields.first(where: { $0.name == member.name }) else { continue }
            if field.isUnlisted { report(.notListed(), at: member.place, isWarning: true) }
            if field.isIdle {
                report(
                    Problem(.doubtfulValue, "has no effect on \(layers[0].title)"), at: member.value.place,
                    isWarning: true)
            }
            return value(member.value, as: field.shape, isOptional: !field.isRequired)
        }
        if open.contains(member.name) { return nil }
        let meant = meant(by: member.name, among: layers.flatMap(\.names) + open)
        report(unknown(member.name, of: layers, meant: meant), at: member.place)
        // What stands below is held against the field that was probably meant.
        if let field = layers.lazy.flatMap(\.fields).first(where: { $0.name == meant }) {
            _ = value(member.value, as: field.shape)
        }
        return nil
    }

    /// The name that was probably meant.
    private func meant(by name: String, among names: [String]) -> String? {
        if name == "if" { return "$if" }
        let synonym = Field.synonyms[name].flatMap { names.contains($0) ? $0 : nil }
        return synonym ?? Spelling.nearest(to: name, among: names)
    }

    private func unknown(_ name: String, of layers: [ObjectShape], meant: String?) -> Problem {
        if path.steps.count == 1, let origin = Field.origins[name] {
            return Problem(.unknownField, "does not stand in a template", hint: " It comes from \(origin).")
        }
        for variants in layers.compactMap(\.variants) {
            let words = variants.cases.filter { $0.adds.fields.contains { $0.name == name } }.map(\.word)
            if !words.isEmpty {
                return Problem(.unknownField, "belongs only where '\(variants.by)' is \(words.alternatives)")
            }
        }
        let names = layers.flatMap(\.names).joined(separator: ", ")
        let advice = meant.map { " Did you mean '\($0)'?" } ?? " Its fields are \(names)."
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
            return report(rule.findings(rule.breaches(facts), at: path, node.place))
        }
        let inEveryRow = rule.breachesInEveryRow(certain, of: facts)
        if !inEveryRow.isEmpty { return report(rule.findings(inEveryRow, at: path, node.place)) }
        if isSettled(rule, facts, certain) { return }
        postpone(DeferredRule(rule, facts, around: conditions, path: path, place: node.place))
    }

    /// Whether the rule holds for every row: a count that holds with and without everything conditional, texts that are
    /// all known and go together, nothing named at all, or a word that never stands where it matters.
    private func isSettled(_ rule: Rule, _ facts: [[Fact]], _ certain: [[Fact]]) -> Bool {
        switch rule {
        case .total(_, let range, _, let orNone):
            range.contains(facts[0].count) && range.contains(max(certain[0].count, orNone ? 1 : 0))
        case .betterFewer(_, let range, _): facts[0].count < range.lowerBound
        case .unique: facts[0].allSatisfy { $0.placeholder == nil } && rule.breaches(facts).isEmpty
        case .namedAlike: facts[2].isEmpty
        case .briefBody(_, _, _, let word): !facts[0].contains { $0.node.isComponent(word ?? "body") }
        case .forbidden(_, _, let word): facts[0].isEmpty || !facts[1].contains { $0.mayBe(word) }
        case .better: !facts[1].contains { $0.mayBe("true") }
        default: false
        }
    }
}

extension Fact {
    /// Whether no row can change what `rule` reads here.
    fileprivate func isCertain(for rule: Rule) -> Bool {
        conditions.isEmpty && !mayBeEmptied && (placeholder == nil || !rule.readsTexts)
    }

    fileprivate func mayBe(_ word: String) -> Bool { placeholder != nil || text == word }
}

extension Problem {
    fileprivate static func notListed(_ what: String = "") -> Problem {
        Problem(.notListed, "\(what)is in no description of Telnyx; whether it arrives is not known")
    }
}
