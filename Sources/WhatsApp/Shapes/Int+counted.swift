extension Int {
    /// `1 digit`, `2 digits`: the first word of `noun` is one that takes an s.
    package func counted(_ noun: String) -> String { "\(self) \(plural(noun))" }

    /// The noun alone, for a number that is written in another way.
    package func plural(_ noun: String) -> String {
        guard self != 1 else { return noun }
        let word = noun.prefix { $0 != " " }
        return word + "s" + noun.dropFirst(word.count)
    }
}
