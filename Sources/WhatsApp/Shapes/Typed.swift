/// A message that fits its shape: every scalar knows how it is written in JSON.
package indirect enum Typed: Sendable, Equatable {
    case string(String)
    /// Digits as they are written.
    case number(String)
    case boolean(Bool)
    case null
    case leaf(Leaf)
    case object([Entry])
    case list([Typed])

    /// A field of a typed object.
    package struct Entry: Sendable, Equatable {
        package let name: String
        package let value: Typed
    }
}

/// A value that is known for a row only, and what it must then be.
package struct Leaf: Sendable, Equatable {
    /// The number of its placeholder.
    package let placeholder: Int
    /// Names from the root: `template.components[0].parameters[1].text`.
    package let path: String
    package let place: Place
    package let kind: Kind

    package enum Kind: Sendable, Equatable {
        case text(TextShape)
        case integer(ClosedRange<Int>)
        case boolean
    }

    /// What is wrong with the rendered `text`, if anything.
    package func problem(in text: String) -> Problem? {
        switch kind {
        case .text(let shape): shape.problem(in: text)
        case .integer(let range): Shape.integerProblem(text, range)
        case .boolean: Shape.booleanProblem(text)
        }
    }
}

extension Shape {
    static func integerProblem(_ text: String, _ range: ClosedRange<Int>) -> Problem? {
        guard !text.isBlank else { return Problem(.missingValue, "is empty; a whole number is needed") }
        // JSON allows no leading zeros and no plus sign, so a number must be spelt as JSON spells it.
        guard let number = Int(text), String(number) == text else {
            return Problem(.notANumber, "is '\(text.shortened)', not a whole number")
        }
        if range.contains(number) { return nil }
        return Problem(.outOfRange, "is \(text); it must be from \(range.lowerBound) to \(range.upperBound)")
    }

    static func booleanProblem(_ text: String) -> Problem? {
        text == "true" || text == "false"
            ? nil : Problem(.notABoolean, "is '\(text.shortened)'; it must be true or false")
    }
}
