/// A message that fits its shape: every scalar knows how it is written in JSON.
package indirect enum Typed: Sendable, Equatable {
    case string(String)
    /// Digits as they are written.
    case number(String)
    case boolean(Bool)
    case null
    case leaf(Leaf)
    case object([Entry])
    /// A mapping that is the receiver's own.
    case free([Entry])
    case list([Typed])
    /// There only in rows for which the `$if` of this number holds; inside objects and lists, never the whole message.
    case conditional(Int, Typed)

    /// A field of a typed object.
    package struct Entry: Sendable, Equatable {
        /// The field's name.
        package let name: String
        /// What it is set to; nothing is written where this is left out.
        package let value: Typed
    }

    /// Whether nothing is written for a row: neither the value nor the name in front of it.
    ///
    /// That is a part whose `$if` does not hold, and a list or a mapping of the receiver's own that lost all it had so.
    /// What its author wrote empty stays. Linear in the elements of such lists and mappings.
    package func isLeftOut(holds: (Int) -> Bool) -> Bool {
        switch self {
        case .conditional(let condition, let value): !holds(condition) || value.isLeftOut(holds: holds)
        case .list(let values): !values.isEmpty && values.allSatisfy { $0.isLeftOut(holds: holds) }
        case .free(let entries): !entries.isEmpty && entries.allSatisfy { $0.value.isLeftOut(holds: holds) }
        default: false
        }
    }
}
