/// What a text must be: its length in code points, its form, and what is worth a warning.
///
/// Meta says "characters" and public code disagrees what that is (reference/whatsapp-rules.md §1.0): more code points
/// than the limit are an error, more UTF-16 units only a warning. Swift's characters never count here; they are fewer
/// than what the service counts.
package struct TextShape: Sendable, Equatable {
    /// In code points; one at least means not blank.
    package let count: ClosedRange<Int>
    /// What it must look like.
    package let format: TextFormat
    /// In the order in which it is given: only the first that is not followed is a warning.
    package let advice: [Advice]

    /// A text of any form unless one is given.
    package init(count: ClosedRange<Int>, format: TextFormat = .any, advice: [Advice] = []) {
        self.count = count
        self.format = format
        self.advice = advice
    }

    /// What is wrong with `text`, if anything.
    ///
    /// Linear in the text.
    package func problem(in text: String) -> Problem? {
        if count.lowerBound > 0, text.isBlank {
            return Problem(.missingValue, "is empty; a value is needed")
        }
        // A code point has at least one byte: most texts need no counting.
        if text.utf8.count > count.upperBound {
            let length = text.unicodeScalars.count
            if length > count.upperBound {
                return Problem(.tooLong, "has \(length.counted("character")); at most \(count.upperBound) are allowed")
            }
        }
        return text.isEmpty ? nil : format.problem(in: text)
    }

    /// What is wrong with every text that these pieces stand in, apart and in this order, if anything.
    func problem(inAnyWith pieces: [String]) -> Problem? {
        let length = pieces.reduce(0) { $0 + $1.unicodeScalars.count }
        if length > count.upperBound {
            return Problem(
                .tooLong,
                "has \(length.counted("character")) besides its placeholders; at most \(count.upperBound) are allowed")
        }
        return format.problem(inAnyWith: pieces)
    }

    /// What deserves a look in a `text` that has no problem: the first piece of advice that it does not follow.
    ///
    /// Linear in the text.
    package func warning(in text: String) -> Problem? {
        for piece in advice {
            if let problem = piece.problem(in: text) { return problem }
        }
        guard text.utf8.count > count.upperBound, text.utf16.count > count.upperBound else { return nil }
        return Problem(
            .mayBeTooLong,
            "has \(text.utf16.count) characters where an emoji counts as two; at most \(count.upperBound) are allowed")
    }
}
