import Liquid
import WhatsApp

/// A template compiled for one header: literal JSON, the places where a row's values go, and what must hold for them.
struct MessageTemplate: Sendable {
    /// What deserves a look in the file and stops nothing.
    let warnings: [Finding]
    /// Whether the message reaches only people who wrote within the last 24 hours.
    let isFreeForm: Bool

    private let parts: [MessagePart]
    private let placeholders: [Liquid.Template]
    private let conditions: [Conditional]
    private let rules: [DeferredRule]
    private let columns: [String]

    /// Compiles `file`, whose placeholders are the columns.
    ///
    /// - Parameter createdAt: Milliseconds since 1970; what must be in the future is later.
    /// - Throws: `InputError.wrong` with every mistake of the file.
    init(_ file: TemplateFile, columns: [String], createdAt: Int) throws(InputError) {
        var reader = TemplateReader(
            file, names: Names(columns: columns), now: Now(secondsSince1970: createdAt / 1000))
        var check = ShapeCheck(now: createdAt)
        let root = reader.read()
        let message = root.flatMap { check.typed($0, as: .message) }
        let found = (reader.findings + check.findings.findings(in: file.name))
            .sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
            .withoutRepeats
        let findings = reader.quoting(found)
        guard let root, let message, !findings.contains(where: { $0.severity == .error }) else {
            throw .wrong(findings)
        }
        self.warnings = findings
        self.isFreeForm = root.isFreeForm
        self.parts = MessagePartWriter.parts(of: message, reader.placeholders)
        self.placeholders = reader.placeholders
        self.conditions = reader.conditions
        self.rules = check.deferred
        self.columns = columns
    }
}

// MARK: - One row

/// What one row makes of a template besides its message.
struct RowFindings: Equatable {
    /// What is wrong; the row is not sent.
    var problems: [RowProblem] = []
    /// What deserves a look and stops nothing.
    var warnings: [RowProblem] = []
}

extension MessageTemplate {
    /// Appends the message for one row to `body`, which is spoilt where there are problems.
    func render(into body: inout [UInt8], now: Now, cells: (Int) -> Value) -> RowFindings {
        var row = Row(
            holds: Array(repeating: false, count: conditions.count),
            texts: rules.isEmpty ? [] : Array(repeating: "", count: placeholders.count))
        for (number, condition) in conditions.enumerated() where condition.around.map({ row.holds[$0] }) != false {
            row.holds[number] = decide(condition, &row.findings, now, cells)
        }
        render(parts, &row, into: &body, now, cells)
        // A value that is wrong already would mislead the rules that compare it with others.
        guard row.findings.problems.isEmpty else { return row.findings }
        for rule in rules {
            for finding in rule.findings(holds: { row.holds[$0] }, text: { row.texts[$0] }) {
                row.findings.add(RowProblem(finding, advice(rule)), isWarning: finding.isWarning)
            }
        }
        return row.findings
    }

    /// What is known of a row while it is rendered.
    private struct Row {
        /// For each condition, whether it holds, and all around it do.
        var holds: [Bool]
        /// For each placeholder its text, where rules over several values read it.
        var texts: [String]
        var findings = RowFindings()
    }

    private func render(
        _ parts: [MessagePart], _ row: inout Row, into body: inout [UInt8], _ now: Now, _ cells: (Int) -> Value
    ) {
        let parts = parts.span
        for index in parts.indices {
            switch parts[index] {
            case .literal(let bytes): body += bytes
            case .value(let placeholder): render(placeholder, &row, into: &body, now, cells)
            case .sequence(let open, let elements, let close):
                body.append(open)
                var isFirst = true
                for element in elements where element.whenLeftOut?.isLeftOut(holds: { row.holds[$0] }) != true {
                    if !isFirst { body.append(UInt8(ascii: ",")) }
                    isFirst = false
                    render(element.parts, &row, into: &body, now, cells)
                }
                body.append(close)
            }
        }
    }

    private func render(
        _ placeholder: Placeholder, _ row: inout Row, into body: inout [UInt8], _ now: Now, _ cells: (Int) -> Value
    ) {
        let text: String
        var gaps: [Int] = []
        do {
            text = try placeholder.template.text(now: now, gaps: &gaps, cells: cells)
        } catch {
            return row.findings.problems.append(
                RowProblem(error, placeholder.leaf, advice(placeholder.template.slots)))
        }
        if let problem = placeholder.leaf.problem(in: text) {
            return row.findings.problems.append(
                RowProblem(problem, placeholder.leaf, advice(placeholder.template.slots)))
        }
        if let warning = placeholder.leaf.warning(in: text) {
            row.findings.warnings.append(RowProblem(warning, placeholder.leaf, ""))
        }
        for gap in gaps { row.findings.warnings.append(.emptyCell(columns[gap], placeholder.leaf)) }
        placeholder.leaf.write(text, to: &body)
        if !row.texts.isEmpty { row.texts[placeholder.leaf.placeholder] = text }
    }

    private func decide(
        _ condition: Conditional, _ findings: inout RowFindings, _ now: Now, _ cells: (Int) -> Value
    ) -> Bool {
        do {
            return try condition.test.holds(now: now, cells: cells)
        } catch {
            findings.problems.append(
                RowProblem(
                    code: "condition",
                    message: "$if: \(condition.source) cannot be decided: \(error)"
                        + advice(condition.test.slots)))
            return false
        }
    }

    /// Where to look: the columns that a value is made from.
    private func advice(_ slots: [Int]) -> String {
        let names = slots.map { "'\(columns[$0])'" }
        guard let first = names.first else { return "" }
        return names.count == 1 ? " Check column \(first)." : " Check columns \(names.joined(separator: ", "))."
    }

    private func advice(_ rule: DeferredRule) -> String {
        let slots =
            rule.placeholders.flatMap { placeholders[$0].slots }
            + rule.conditions.flatMap { conditions[$0].test.slots }
        return advice(Array(Set(slots)).sorted())
    }
}

extension Leaf {
    /// Writes a text that has no problem.
    fileprivate func write(_ text: String, to body: inout [UInt8]) {
        switch kind {
        case .text: body.appendJSON(text)
        case .integer, .moment, .boolean: body += text.utf8
        }
    }
}

extension [Finding] {
    /// A text that stands in several places, by an alias, has its mistakes once.
    fileprivate var withoutRepeats: [Finding] {
        enumerated().filter { $0 == 0 || self[$0 - 1] != $1 }.map(\.element)
    }
}

extension RowFindings {
    fileprivate mutating func add(_ problem: RowProblem, isWarning: Bool) {
        if isWarning { warnings.append(problem) } else { problems.append(problem) }
    }
}
