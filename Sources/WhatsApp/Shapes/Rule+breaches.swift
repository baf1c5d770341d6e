/// A rule that is broken, and the value to blame if it is one.
struct Breach {
    let problem: Problem
    let fact: Fact?

    init(_ code: Problem.Code, _ predicate: String, at fact: Fact? = nil) {
        self.problem = Problem(code, predicate)
        self.fact = fact
    }

    /// Nil where the text of the fact follows the advice.
    init?(_ advice: Advice, _ fact: Fact) {
        guard let problem = fact.text.flatMap(advice.problem) else { return nil }
        self.problem = problem
        self.fact = fact
    }
}

extension Rule {
    /// How the facts, one list for each of ``reads``, break the rule.
    func breaches(_ facts: [[Fact]]) -> [Breach] {
        switch self {
        case .required(let field, let about):
            facts[0].isEmpty ? [Breach(.missingField, "needs the field '\(field)' (\(about))")] : []
        case .exactlyOne(let fields): exactlyOne(fields, facts)
        case .betterOne(let fields):
            facts.allSatisfy(\.isEmpty) ? [Breach(.missingField, "had better have \(fields.alternatives)")] : []
        case .worthNaming(let field):
            facts[0].isEmpty ? [Breach(.missingField, "has no '\(field)'; better leave it out altogether")] : []
        case .either(let field, let others):
            facts[0].isEmpty && facts.dropFirst().contains(where: \.isEmpty)
                ? [Breach(.missingField, "needs '\(field)', or \(others.conjunction)")] : []
        case .forbidden(_, let other, let word):
            facts[1].contains { $0.text == word }
                ? facts[0].map { Breach(.conflict, "is not allowed, since \(other) is '\(word)'", at: $0) } : []
        case .total(_, let range, let noun, let orNone): orNone && facts[0].isEmpty ? [] : total(range, noun, facts[0])
        case .betterFewer(_, let range, let why):
            range.contains(facts[0].count)
                ? [Breach(.wrongCount, "has \(facts[0].count.counted("element")); \(why)")] : []
        case .unique(_, let words): unique(words, facts[0])
        case .eachIfSeveral(_, let field): eachIfSeveral(field, facts[0], facts[1])
        case .allOrNone(_, let field): allOrNone(field, facts[0], facts[1])
        case .namedAlike(_, _, let name): namedAlike(name, facts[0], facts[1], facts[2])
        case .briefBody(_, _, let most, let word): briefBody(most, word, facts[0], facts[1])
        case .fromZero(let values): fromZero(values, facts[0])
        case .alike(_, let fields): alike(fields, facts[0], Array(facts.dropFirst()))
        case .better(_, let advice, _):
            facts[1].contains { $0.text == "true" } ? facts[0].compactMap { Breach(advice, $0) } : []
        }
    }

    private func exactlyOne(_ fields: [Selector], _ facts: [[Fact]]) -> [Breach] {
        let present = zip(fields, facts).filter { !$1.isEmpty }.map(\.0)
        if present.count == 1 { return [] }
        return present.isEmpty
            ? [Breach(.missingField, "needs \(fields.alternatives)")]
            : [Breach(.conflict, "has \(present.conjunction); only one of them is allowed")]
    }

    private func total(_ range: ClosedRange<Int>, _ noun: String, _ facts: [Fact]) -> [Breach] {
        if range.contains(facts.count) { return [] }
        let limit =
            facts.count < range.lowerBound
            ? "at least \(range.lowerBound) needed" : "at most \(range.upperBound) allowed"
        return [Breach(.wrongCount, "has \(facts.count.counted(noun)); \(limit)")]
    }

    private func unique(_ words: [String], _ facts: [Fact]) -> [Breach] {
        var seen: Set<String> = []
        return facts.compactMap { fact in
            guard let text = fact.text, words.isEmpty || words.contains(text) else { return nil }
            if seen.insert(text).inserted { return nil }
            return Breach(.duplicateValue, "is '\(text.shortened)' for the second time; once is allowed", at: fact)
        }
    }

    private func eachIfSeveral(_ field: Selector, _ parts: [Fact], _ having: [Fact]) -> [Breach] {
        guard parts.count > 1 else { return [] }
        return parts.without(having).map {
            Breach(.missingField, "needs '\(field.name)', since there are \(parts.count) of these", at: $0)
        }
    }

    private func allOrNone(_ field: Selector, _ parts: [Fact], _ having: [Fact]) -> [Breach] {
        if having.isEmpty { return [] }
        return parts.without(having).map {
            Breach(.missingField, "needs '\(field.name)', since others here have it; all or none must", at: $0)
        }
    }

    private func namedAlike(
        _ field: Selector, _ components: [Fact], _ values: [Fact], _ names: [Fact]
    ) -> [Breach] {
        let texts = components.filter { component in
            component.node.isText
                && values.contains { $0.node.isTextValue && $0.indexes.starts(with: component.indexes) }
        }
        let named = names.filter { name in texts.contains { name.indexes.starts(with: $0.indexes) } }
        if named.isEmpty { return [] }
        return texts.without(named).map {
            Breach(.missingField, "has values without '\(field.name)', and another component has some with", at: $0)
        }
    }

    private func briefBody(_ most: Int, _ word: String?, _ components: [Fact], _ texts: [Fact]) -> [Breach] {
        if let word, !components.contains(where: { $0.node.isComponent(word) }) { return [] }
        let place = word.map { "beside '\($0)' " } ?? ""
        return components.filter { $0.node.isComponent("body") }.compactMap { body in
            let inside = texts.filter { $0.indexes.starts(with: body.indexes) }
            let length = inside.reduce(0) { $0 + ($1.text?.unicodeScalars.count ?? 0) }
            // A single value has its own limit.
            guard length > most, inside.count > 1 || word != nil else { return nil }
            return Breach(
                .tooLong, "has values of \(length) characters; \(place)at most \(most) are allowed", at: body)
        }
    }

    private func fromZero(_ values: Selector, _ facts: [Fact]) -> [Breach] {
        let numbers = facts.compactMap { $0.text.flatMap { Int($0) } }
        // Values that are no numbers have been reported where they stand.
        guard numbers.count == facts.count, numbers.sorted() != Array(numbers.indices) else { return [] }
        let found = numbers.map(String.init).joined(separator: ", ")
        return [Breach(.invalidValue, "has '\(values.name)' \(found); they must count up from 0 without gaps")]
    }

    private func alike(_ fields: [Selector], _ parts: [Fact], _ values: [[Fact]]) -> [Breach] {
        func look(_ part: Fact) -> [[String]] {
            values.map { facts in
                facts.filter { $0.indexes.starts(with: part.indexes) }.map { $0.text ?? "" }.sorted()
            }
        }
        guard let first = parts.first else { return [] }
        let model = look(first)
        return parts.dropFirst().compactMap { part in
            guard let (field, _) = zip(fields, zip(look(part), model)).first(where: { $1.0 != $1.1 }) else {
                return nil
            }
            return Breach(.conflict, "differs from the first in '\(field.inner)'; all must be alike in it", at: part)
        }
    }
}

extension Selector {
    /// The last name: `title` of `sections[].title`.
    var name: String { description.split(separator: ".").last.map(String.init) ?? description }

    /// The names below the first list: `action.catalog_id` of `cards[].action.catalog_id`.
    fileprivate var inner: String { description.split(separator: ".").dropFirst().joined(separator: ".") }
}

extension [Selector] {
    fileprivate var alternatives: String { map(\.description).alternatives }

    /// `'a' and 'b'`.
    fileprivate var conjunction: String { map { "'\($0)'" }.joined(separator: " and ") }
}

extension [Fact] {
    /// Those below which none of `others` stands.
    fileprivate func without(_ others: [Fact]) -> [Fact] {
        filter { part in !others.contains { $0.indexes.starts(with: part.indexes) } }
    }
}

extension Node {
    /// Whether this is a component of a template, of this type.
    func isComponent(_ type: String) -> Bool { self["type"]?.literal == type }

    /// Whether this is a component of a template whose values stand for placeholders in its text.
    fileprivate var isText: Bool { ["header", "body"].contains(self["type"]?.literal) }

    /// Whether this is a value that stands for a placeholder in a text.
    fileprivate var isTextValue: Bool { ["text", "currency", "date_time"].contains(self["type"]?.literal) }
}
