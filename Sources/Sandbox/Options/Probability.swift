/// A share of all cases: 0 is never, 1 is always.
package struct Probability: Sendable, Equatable, CustomStringConvertible {
    /// 0.
    package static let never = Probability(unchecked: 0)

    /// From 0 to 1.
    package let value: Double

    /// As a user writes it.
    package var description: String { "\(value)" }

    private init(unchecked value: Double) {
        self.value = value
    }

    /// Reads a decimal number from 0 to 1, such as `0.05`.
    package init(_ text: String) throws(SandboxOptionError) {
        guard let value = Double(text), (0...1).contains(value) else { throw .notAProbability(text) }
        self.init(unchecked: value)
    }
}
