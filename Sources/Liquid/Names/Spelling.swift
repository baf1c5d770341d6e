/// Finds what was meant by a misspelt word.
package enum Spelling {
    /// The candidate nearest to `word`, or nil when none is near enough.
    ///
    /// Case and punctuation do not count. One letter in three may be wrong, missing, surplus or swapped with its
    /// neighbour, at least one and at most three. Of equally near candidates the alphabetically first is taken.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(Identifier.folded(word))
        let tolerance = min(3, max(1, letters.count / 3))
        var best: (distance: Int, candidate: String)?
        for candidate in candidates.sorted() {
            let other = Array(Identifier.folded(candidate))
            guard abs(other.count - letters.count) <= tolerance else { continue }
            let distance = distance(letters, other)
            guard distance <= tolerance, distance < other.count, distance < best?.distance ?? .max else { continue }
            best = (distance, candidate)
        }
        return best?.candidate
    }

    /// The sentence ` Did you mean 'candidate'?`, or nothing when no candidate is near enough.
    package static func hint(for word: String, among candidates: some Sequence<String>) -> String {
        nearest(to: word, among: candidates).map { " Did you mean '\($0)'?" } ?? ""
    }

    /// The optimal string alignment distance: edits and swaps of neighbours.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
                let isSwap = row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
                if isSwap { cost = min(cost, beforeLast[column - 1] + 1) }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
