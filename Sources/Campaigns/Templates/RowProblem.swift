import Liquid
import WhatsApp

/// Something wrong with one row, or worth a look: a word for machines and whole sentences.
struct RowProblem: Equatable {
    let code: String
    /// What it is about: a path in the message, a column, or nothing.
    let subject: String
    let message: String

    init(code: String, subject: String = "", message: String) {
        self.code = code
        self.subject = subject
        self.message = message
    }

    /// A value that does not fit its shape; `advice` says where to look.
    init(_ problem: Problem, _ leaf: Leaf, _ advice: String) {
        let path = leaf.path.description
        self.init(code: problem.code.rawValue, subject: path, message: problem.sentence(about: path) + advice)
    }

    /// A rule over several values that does not hold.
    init(_ finding: ShapeFinding, _ advice: String) {
        self.init(
            code: finding.problem.code.rawValue, subject: finding.path.description, message: finding.message + advice)
    }

    /// A value that cannot be rendered.
    init(_ error: RenderError, _ leaf: Leaf, _ advice: String) {
        let path = leaf.path.description
        self.init(code: "placeholder", subject: path, message: "\(path) cannot be rendered: \(error)" + advice)
    }

    /// A text with nothing where a cell should stand.
    static func emptyCell(_ column: String, _ leaf: Leaf) -> RowProblem {
        RowProblem(
            code: "empty_cell", subject: "\(leaf.path) \(column)",
            message: "\(leaf.path) has a gap where column '\(column)' is empty. Say what stands there instead: "
                + "{{ … | default: '…' }}.")
    }
}
