extension Rule {
    /// How every row breaks the rule, whatever else of the facts it has.
    ///
    /// That is only what nothing mends: too many values stay too many, but a field that is missing may come with a part
    /// that depends on the row.
    ///
    /// - Parameters:
    ///   - certain: those of the facts that no row can change, one list for each of ``reads``.
    ///   - facts: all that there may be.
    func breachesInEveryRow(_ certain: [[Fact]], of facts: [[Fact]]) -> [Breach] {
        switch self {
        case .unique, .betterFewer: breaches(certain)
        case .total(_, let range, _, _): certain[0].count > range.upperBound ? breaches(certain) : []
        case .exactlyOne: certain.count { !$0.isEmpty } > 1 ? breaches(certain) : []
        case .eachIfSeveral, .allOrNone: breaches(certain).isEmpty ? [] : breaches([certain[0], facts[1]])
        case .namedAlike: breaches(certain).isEmpty ? [] : breaches([certain[0], certain[1], facts[2]])
        case .briefBody: breaches([certain[0], facts[1].compactMap(\.inEveryRow)])
        default: []
        }
    }
}
