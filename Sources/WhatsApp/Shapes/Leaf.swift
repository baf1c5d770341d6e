/// A value that is known for a row only, and what it must then be.
package struct Leaf: Sendable, Equatable {
    /// The number of its placeholder.
    package let placeholder: Int
    /// Names from the root.
    package let path: Path
    /// What its text must be.
    package let kind: Kind

    /// What a scalar must be, whether its author wrote it out or a row brings it.
    package enum Kind: Sendable, Equatable {
        case text(TextShape)
        case integer(ClosedRange<Int>)
        case boolean
        /// Unix time in milliseconds, later than the present, which is given so too.
        case moment(after: Int)
    }

    /// What is wrong with the rendered `text`, if anything.
    package func problem(in text: String) -> Problem? { kind.problem(in: text) }

    /// What deserves a look in a rendered `text` that has no problem, if anything.
    package func warning(in text: String) -> Problem? { kind.warning(in: text) }
}

extension Leaf.Kind {
    func problem(in text: String) -> Problem? {
        switch self {
        case .text(let shape): shape.problem(in: text)
        case .integer(let range): integerProblem(text, range)
        case .moment(let present): integerProblem(text, Int.min...Int.max) ?? Moment.problem(text, present)
        case .boolean:
            text == "true" || text == "false"
                ? nil : Problem(.notABoolean, "is '\(text.shortened)'; it must be true or false")
        }
    }

    /// What is wrong with every text that these pieces stand in, if anything.
    func problem(inAnyWith pieces: [String]) -> Problem? {
        switch self {
        case .text(let shape): shape.problem(inAnyWith: pieces)
        case .integer, .moment:
            pieces.first { !$0.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") } }
                .map { Problem(.notANumber, "holds '\($0.shortened)', which stands in no whole number") }
        case .boolean: nil
        }
    }

    func warning(in text: String) -> Problem? {
        switch self {
        case .text(let shape): shape.warning(in: text)
        case .moment(let present): Moment.warning(text, present)
        case .integer, .boolean: nil
        }
    }

    private func integerProblem(_ text: String, _ range: ClosedRange<Int>) -> Problem? {
        guard !text.isBlank else { return Problem(.missingValue, "is empty; a whole number is needed") }
        // JSON allows no leading zeros and no plus sign, so a number must be spelt as JSON spells it.
        guard let number = Int(text), String(number) == text else {
            let hint = Double(text) == nil || !text.contains(".") ? "" : "; the filter round makes it one"
            return Problem(.notANumber, "is '\(text.shortened)', not a whole number\(hint)")
        }
        if range.contains(number) { return nil }
        return Problem(.outOfRange, "is \(text); it must be \(range.bounds)")
    }

    /// A text without problems as JSON has it.
    func typed(_ text: String) -> Typed {
        switch self {
        case .text: .string(text)
        case .integer, .moment: .number(text)
        case .boolean: .boolean(text == "true")
        }
    }

    var noun: String {
        switch self {
        case .text: "a text"
        case .integer: "a whole number"
        case .moment: "a moment in milliseconds"
        case .boolean: "true or false"
        }
    }

    /// The kind of literal that this is in JSON.
    var written: Node.Kind {
        switch self {
        case .text: .string
        case .integer, .moment: .number
        case .boolean: .boolean
        }
    }
}

extension ClosedRange<Int> {
    /// `from 0 to 9`, or `at least 0` where there is no end.
    var bounds: String { upperBound == .max ? "at least \(lowerBound)" : "from \(lowerBound) to \(upperBound)" }
}
