import Liquid

/// An `$if` expression, as it was written and compiled.
struct Conditional: Sendable {
    let source: String
    let test: Condition
    /// The number of the nearest condition around it, which is smaller than its own: where that does not hold, this one
    /// is not asked and does not hold either.
    let around: Int?
}
