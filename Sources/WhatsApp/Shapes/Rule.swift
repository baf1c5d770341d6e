/// What must hold between several values of one object.
///
/// How rules meet templates whose values are known per row only:
///
/// - A rule names what it reads (``reads``), and reads nothing else. `Selector.facts(in:at:)` gathers that from the
///   tree: for each value its text or placeholder, and the `$if` conditions under which it is there.
/// - ``breaches(_:)`` is a pure function of such facts. Where they are certain (no conditions, and no placeholders
///   if the rule reads texts), `ShapeCheck` calls it at once and the mistake has its place in the file. So it is where
///   those that are certain break the rule by themselves, see ``breachesInEveryRow(_:of:)``.
/// - Where no row can break the rule, whatever its texts and conditions, `ShapeCheck` forgets it.
/// - Otherwise rule and facts become a ``DeferredRule``, which calls the same function for each row, after the facts
///   were settled with the row's texts and conditions. Nothing else of the message is kept.
///
/// A required field and a list's count are rules too, so parts that depend on a condition need nothing of their own.
package enum Rule: Sendable, Equatable {
    /// The field is there.
    case required(Selector, about: String)
    /// Exactly one of these fields.
    case exactlyOne([Selector])
    /// Better at least one of these fields; a warning.
    case betterOne([Selector])
    /// Without the field the object is better left out; a warning.
    case worthNaming(Selector)
    /// Either the first field, or all of these together.
    case either(Selector, orAll: [Selector])
    /// The first field is not there if the second has this word.
    case forbidden(Selector, where: Selector, is: String)
    /// So many values in all, each of them such a one; perhaps none is right too.
    case total(Selector, ClosedRange<Int>, of: String, orNone: Bool = false)
    /// Better not so many values; a warning.
    case betterFewer(Selector, than: ClosedRange<Int>, why: String)
    /// No text twice; if words are given, only those count.
    case unique(Selector, only: [String] = [])
    /// If there are several of the first, each has the second.
    case eachIfSeveral(Selector, has: Selector)
    /// Each of the first has the second, or none has.
    case allOrNone(Selector, have: Selector)
    /// Of the components that have values of text, each has the second or none has: positions and names do not mix.
    case namedAlike(Selector, values: Selector, name: Selector)
    /// Beside a component of this type, or always, the texts of the body's values have at most so many code points in
    /// all.
    case briefBody(Selector, texts: Selector, most: Int, beside: String? = nil)
    /// The numbers 0, 1, 2 … without gaps, in any order.
    case fromZero(Selector)
    /// All of the first are alike in these texts, and in what is there.
    case alike(Selector, in: [Selector])
    /// If the second is true, the first text had better follow this; a warning.
    case better(Selector, Advice, where: Selector)
}

extension Rule {
    /// What the rule reads.
    var reads: [Selector] {
        switch self {
        case .required(let field, _), .worthNaming(let field): [field]
        case .exactlyOne(let fields), .betterOne(let fields): fields
        case .either(let field, let others): [field] + others
        case .forbidden(let field, let other, _), .better(let field, _, let other): [field, other]
        case .total(let values, _, _, _), .betterFewer(let values, _, _), .unique(let values, _), .fromZero(let values):
            [values]
        case .eachIfSeveral(let parts, let field), .allOrNone(let parts, let field): [parts, field]
        case .namedAlike(let parts, let values, let name): [parts, values, name]
        case .briefBody(let parts, let texts, _, _): [parts, texts]
        case .alike(let parts, let fields): [parts] + fields
        }
    }

    /// Whether the texts matter, not only what is there.
    var readsTexts: Bool {
        switch self {
        case .forbidden, .unique, .briefBody, .fromZero, .alike, .better: true
        default: false
        }
    }

    var isWarning: Bool {
        switch self {
        case .betterOne, .betterFewer, .worthNaming, .better: true
        default: false
        }
    }
}
