/// A rule whose outcome only a row knows, since it reads placeholders or parts that depend on an `$if`.
package struct DeferredRule: Sendable {
    private let rule: Rule
    /// For each of the rule's selectors, what it found.
    private let facts: [[Fact]]
    /// The conditions of the object itself and of what stands around it: where one does not hold, nothing is checked.
    private let around: [Int]
    /// Where the object stands.
    private let path: Path
    private let place: Place
    /// The placeholders whose texts the rule reads, each once.
    package let placeholders: [Int]
    /// The `$if` expressions the rule asks about, each once.
    package let conditions: [Int]

    init(_ rule: Rule, _ facts: [[Fact]], around: [Int], path: Path, place: Place) {
        self.rule = rule
        self.facts = facts
        self.around = around
        self.path = path
        self.place = place
        let all = facts.flatMap(\.self)
        placeholders = rule.readsTexts ? Array(Set(all.compactMap(\.placeholder))).sorted() : []
        conditions = Array(Set(around + all.flatMap(\.deciding))).sorted()
    }

    /// What is wrong with a row, or deserves a look.
    ///
    /// - Parameters:
    ///   - holds: whether the `$if` of a number holds for the row.
    ///   - text: the rendered text of a placeholder; asked only for one of ``placeholders`` that is there for the row.
    package func findings(holds: (Int) -> Bool, text: (Int) -> String) -> [ShapeFinding] {
        guard around.allSatisfy(holds) else { return [] }
        let settled = facts.map {
            $0.compactMap { $0.settled(holds: holds, text: rule.readsTexts ? text : { _ in "" }) }
        }
        return rule.findings(rule.breaches(settled), at: path, place)
    }
}

extension Rule {
    /// The breaches with their places: that of a value where one is to blame, else the object's.
    func findings(_ breaches: [Breach], at path: Path, _ place: Place) -> [ShapeFinding] {
        breaches.map { breach in
            ShapeFinding(
                problem: breach.problem, path: breach.fact?.path ?? path, place: breach.fact?.node.place ?? place,
                isWarning: isWarning)
        }
    }
}
