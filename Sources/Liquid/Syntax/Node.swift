/// A piece of a compiled template.
enum Node: Sendable {
    case text(String)
    case output(Expression)
    case assign(register: Int, Expression)
    case capture(register: Int, Body)
    /// `if` and `unless`: the first branch that holds is rendered.
    case choice([Branch])
    /// `case`: for every value equal to the subject its body is rendered, each `else` if none was before it.
    case match(subject: Operand, [Match])

    /// What it shows in every row; nil where that depends on the row.
    var fixedText: String? {
        switch self {
        case .text(let text): text
        case .output(let expression): expression.fixedText
        case .assign, .capture: ""
        case .choice, .match: nil
        }
    }

    /// Whether it can show nothing but white space.
    var isBlank: Bool {
        switch self {
        case .text(let text): text.utf8.allSatisfy(\.isWhitespace)
        case .output: false
        case .assign, .capture: true
        case .choice(let branches): branches.allSatisfy(\.body.isBlank)
        case .match(_, let matches): matches.allSatisfy(\.body.isBlank)
        }
    }
}

/// What is between two tags of a block.
struct Body: Sendable {
    private(set) var nodes: [Node]
    let isBlank: Bool

    init(_ nodes: [Node]) {
        self.nodes = nodes
        isBlank = nodes.allSatisfy(\.isBlank)
    }

    /// Drops the text: a block that shows nothing leaves no empty lines behind.
    mutating func removeText() {
        nodes.removeAll { if case .text = $0 { true } else { false } }
    }
}

/// A branch of `if` or `unless`; `else` has no test.
struct Branch: Sendable {
    let test: Test?
    /// Whether the branch is taken where the test does not hold.
    let isNegated: Bool
    var body: Body
}

/// The values of a `when` and what they lead to; `else` has no values.
struct Match: Sendable {
    let values: [Operand]?
    var body: Body
}
