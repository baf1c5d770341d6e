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

    /// Levenshtein's edit distance, in which two neighbours that changed places count once.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars)
        let right = Array(right.unicodeScalars)
        var above: [Int] = []
        var row = Array(0...right.count)
        for i in left.indices {
            let twoAbove = above
            above = row
            row[0] = i + 1
            for j in right.indices {
                let isSame = left[i] == right[j]
                row[j + 1] = isSame ? above[j] : 1 + min(above[j], row[j], above[j + 1])
                if !isSame, i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    row[j + 1] = min(row[j + 1], twoAbove[j - 1] + 1)
                }
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
    /// At most 40 characters of a value, in one line, for a message.
    package var shortened: String {
        let line = String(prefix(41).map { $0.isNewline ? " " : $0 })
        return line.count > 40 ? line.prefix(39) + "…" : line
    }

    /// Whether there is nothing but white space.
    package var isBlank: Bool {
        // Most texts begin with a character that can be seen.
        if let first = utf8.first, (0x21...0x7E).contains(first) { return false }
        return unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
}
