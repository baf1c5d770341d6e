import WhatsApp
import Yams

/// The lines of a template file, to say where in it a byte of a scalar stands.
struct SourceText {
    private let lines: [Substring]

    init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The place of the byte at `offset` of the scalar's text: exact for a scalar on one line and for a block,
    /// else the place where the scalar begins.
    func place(of offset: Int, in scalar: Yams.Node.Scalar) -> Place {
        guard let mark = scalar.mark else { return .none }
        let before = String(decoding: scalar.string.utf8.prefix(offset), as: UTF8.self)
        let breaks = before.count { $0 == "\n" }
        let column = before.reversed().prefix { $0 != "\n" }.reduce(0) { $0 + $1.unicodeScalars.count }
        switch scalar.style {
        case .literal:
            let line = mark.line + 1 + breaks
            return Place(line: line, column: indentation(ofBlockBelow: mark.line) + column + 1)
        case .plain, .any:
            return breaks == 0 ? Place(line: mark.line, column: mark.column + column) : start(mark)
        case .singleQuoted, .doubleQuoted:
            return breaks == 0 ? Place(line: mark.line, column: mark.column + 1 + column) : start(mark)
        case .folded: return start(mark)
        }
    }

    /// The text of a line, from 1; nil where there is none.
    func line(_ number: Int) -> String? {
        lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
    }

    private func start(_ mark: Mark) -> Place { Place(line: mark.line, column: mark.column) }

    /// The indentation of a block scalar: that of its first line that is not blank.
    private func indentation(ofBlockBelow line: Int) -> Int {
        lines.dropFirst(line).first { !$0.allSatisfy { $0 == " " } }?.prefix { $0 == " " }.count ?? 0
    }
}
