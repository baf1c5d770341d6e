/// Finds the word that was probably meant.
package enum Spelling {
    /// The nearest of `words`, if it is near enough to be a slip: a third of the letters, at most three.
    package static func nearest(to word: String, among words: some Sequence<String>) -> String? {
        let folded = word.lowercased()
        let limit = min(3, max(1, folded.unicodeScalars.count / 3))
        return words.lazy
            .map { (word: $0, distance: distance(folded, $0.lowercased())) }
            .filter { $0.distance <= limit }
            .min { $0.distance < $1.distance }?
            .word
    }

    /// Levenshtein's edit distance.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars)
        let right = Array(right.unicodeScalars)
        var row = Array(0...right.count)
        for i in left.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let above = row[j + 1]
                row[j + 1] = left[i] == right[j] ? diagonal : 1 + min(diagonal, above, row[j])
                diagonal = above
            }
        }
        return row[right.count]
    }
}

extension [String] {
    /// `'a'`, `'a' or 'b'`, `'a', 'b' or 'c'`.
    var alternatives: String {
        let quoted = map { "'\($0)'" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "nothing" }
        return quoted.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension String {
    /// At most 40 characters of a value, for a message.
    package var shortened: String { count > 40 ? prefix(39) + "…" : self }

    /// Whether there is nothing but white space.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
