import Liquid
import WhatsApp

/// A template compiled for one header: literal JSON and the places where a row's values go.
struct MessageTemplate: Sendable {
    private let parts: [Part]
    private let columns: [String]
    /// What deserves a look and stops nothing.
    let warnings: [Finding]

    private enum Part: Sendable {
        case literal([UInt8])
        case value(Liquid.Template, Leaf)
    }

    /// Compiles `file`, whose placeholders are the columns.
    ///
    /// - Throws: `InputError.wrong` with every mistake of the file.
    init(_ file: TemplateFile, columns: [String]) throws(InputError) {
        var reader = TemplateReader(file, names: Names(columns: columns))
        var check = ShapeCheck()
        let message = reader.read().flatMap { check.typed($0, as: .message, at: "") }
        let findings = (reader.findings + check.findings.map { Finding($0, file: file.name) })
            .sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
        guard let message, !findings.contains(where: { $0.severity == .error }) else { throw .wrong(findings) }
        var writer = JSONParts()
        writer.append(message)
        self.parts = writer.finish().map { part in
            switch part {
            case .literal(let bytes): .literal(bytes)
            case .leaf(let leaf): .value(reader.placeholders[leaf.placeholder], leaf)
            }
        }
        self.columns = columns
        self.warnings = findings
    }

    /// Appends the message for one row to `body`; returns what is wrong with the row, in which case `body` is spoilt.
    func render(into body: inout [UInt8], now: Now, cells: (Int) -> Value) -> [RowProblem] {
        var problems: [RowProblem] = []
        var text = ""
        for part in parts {
            switch part {
            case .literal(let bytes): body += bytes
            case .value(let template, let leaf):
                text.removeAll(keepingCapacity: true)
                do {
                    try template.render(into: &text, now: now, cells: cells)
                    if let problem = leaf.problem(in: text) {
                        problems.append(RowProblem(problem, leaf, advice(template)))
                    } else {
                        leaf.write(text, to: &body)
                    }
                } catch {
                    problems.append(RowProblem(error, leaf, advice(template)))
                }
            }
        }
        return problems
    }

    /// Where to look: the columns that the value is made from.
    private func advice(_ template: Liquid.Template) -> String {
        let names = template.slots.map { "'\(columns[$0])'" }
        guard let first = names.first else { return "" }
        return names.count == 1 ? " Check column \(first)." : " Check columns \(names.joined(separator: ", "))."
    }
}

/// Something wrong with one value of one row.
struct RowProblem: Equatable {
    let code: String
    let message: String

    init(code: String, message: String) {
        self.code = code
        self.message = message
    }

    init(_ problem: Problem, _ leaf: Leaf, _ advice: String) {
        self.init(code: problem.code.rawValue, message: problem.sentence(about: leaf.path) + advice)
    }

    init(_ error: RenderError, _ leaf: Leaf, _ advice: String) {
        self.init(code: "placeholder", message: "\(leaf.path) cannot be rendered: \(error)" + advice)
    }
}

extension Leaf {
    /// Writes a text that has no problem.
    fileprivate func write(_ text: String, to body: inout [UInt8]) {
        switch kind {
        case .text: body.appendJSON(text)
        case .integer, .boolean: body += text.utf8
        }
    }
}

extension Finding {
    init(_ finding: ShapeFinding, file: String) {
        self.init(
            file: file, line: finding.place.line, column: finding.place.column,
            severity: finding.isWarning ? .warning : .error, code: finding.problem.code.rawValue,
            message: finding.message)
    }
}
