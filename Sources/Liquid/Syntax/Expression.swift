/// Where a value comes from.
enum Operand: Sendable, Equatable {
    case constant(Value)
    case register(Int)
    /// The length of the text in a register, `name.size`.
    case size(register: Int)

    /// Whether it is a quoted literal, which is never read as a number.
    var isQuoted: Bool {
        if case .constant(.string) = self { true } else { false }
    }
}

/// A value on its way through filters.
struct Expression: Sendable {
    let operand: Operand
    let filters: [FilterCall]

    /// The text that it is, as raw text is; nil where there is more to it.
    var fixedText: String? {
        if case .constant(.string(let text)) = operand, filters.isEmpty { text } else { nil }
    }

    /// Whether it is nothing but a count, as `{{1}}` in the templates of WhatsApp's own manager.
    var isPosition: Bool {
        if case .constant(.int(1...)) = operand { filters.isEmpty } else { false }
    }
}

/// A filter with the arguments it is called with.
///
/// A class, for every core reads it for every row: its parts would be counted one by one, and the cores wait for
/// each other's counts.
final class FilterCall: Sendable {
    let filter: Filter
    let first: Operand?
    let second: Operand?
    private let apply: Filter.Function

    init(_ filter: Filter, _ first: Operand?, _ second: Operand?, _ mode: Mode) {
        self.filter = filter
        self.first = first
        self.second = second
        self.apply =
            if case .constant(let argument)? = first, let compile = filter.compile {
                compile(argument, mode)
            } else {
                filter.apply
            }
    }

    /// Whether its arguments are the same in every row.
    var isConstant: Bool {
        [first, second].allSatisfy { if case .constant? = $0 { true } else { $0 == nil } }
    }

    /// What the filter makes of `input`; never longer than a text may be.
    func result(of input: Value, _ call: Call) throws(RenderError) -> Value {
        let value = try apply(input, call)
        if case .string(let text) = value { _ = try Limit.checked(text) }
        return value
    }
}

/// Terms joined by `and` and `or`, which have no precedence: the first is joined with the value of all the others.
struct Test: Sendable {
    let terms: [Term]
}

/// A value that must be true, or a comparison of two.
struct Term: Sendable {
    enum Connective: String, Sendable {
        case and, or
    }

    let left: Operand
    let comparison: Comparison?
    let right: Operand
    /// What joins the term with the next; nil for the last.
    let connective: Connective?
}
