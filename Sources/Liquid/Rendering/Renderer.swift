/// Renders one template for one row.
struct Renderer {
    /// The variables, by the numbers the parser gave them.
    private var registers: [Value]
    let mode: Mode
    private let now: Moment
    /// The registers of the empty values that were written, and that no `default` takes the place of; each once.
    private(set) var gaps: [Int] = []
    private var bytesWritten = 0
    private var bytesFiltered = 0

    init(registers: [Value], mode: Mode, now: Moment) {
        self.registers = registers
        self.mode = mode
        self.now = now
    }

    mutating func render(_ nodes: [Node], into output: inout String) throws(RenderError) {
        for node in nodes {
            switch node {
            case .text(let text): try write(text, to: &output)
            case .output(let expression):
                let text = try value(of: expression).text
                if text.isEmpty { note(expression) }
                try write(text, to: &output)
            case .assign(let register, let expression): registers[register] = try value(of: expression)
            case .capture(let register, let body): registers[register] = try capture(body)
            case .choice(let branches): try render(branches, into: &output)
            case .match(let subject, let matches): try render(matches, of: subject, into: &output)
            }
        }
    }

    private mutating func note(_ expression: Expression) {
        guard case .register(let register) = expression.operand, registers[register] == .null,
            !gaps.contains(register),
            !expression.filters.contains(where: { $0.filter.name == Filter.defaultName })
        else { return }
        gaps.append(register)
    }

    private mutating func write(_ text: String, to output: inout String) throws(RenderError) {
        bytesWritten += text.utf8.count
        guard bytesWritten <= Limit.output else { throw .tooLong(limit: Limit.output) }
        // The first piece, mostly the only one, is not copied.
        if output.isEmpty { output = text } else { output += text }
    }

    private mutating func capture(_ body: Body) throws(RenderError) -> Value {
        var text = ""
        try render(body.nodes, into: &text)
        return .string(text)
    }

    private mutating func render(_ branches: [Branch], into output: inout String) throws(RenderError) {
        for branch in branches {
            guard let test = branch.test else { return try render(branch.body.nodes, into: &output) }
            if try holds(test) != branch.isNegated { return try render(branch.body.nodes, into: &output) }
        }
    }

    private mutating func render(
        _ matches: [Match], of subject: Operand, into output: inout String
    ) throws(RenderError) {
        var isMatched = false
        for match in matches {
            guard let values = match.values else {
                if !isMatched { try render(match.body.nodes, into: &output) }
                continue
            }
            for value in values where try holds(subject, .equal, value) {
                isMatched = true
                try render(match.body.nodes, into: &output)
            }
        }
    }
}

/// Values.
extension Renderer {
    func value(of operand: Operand) -> Value {
        switch operand {
        case .constant(let value): return value
        case .register(let register): return registers[register]
        case .size(let register):
            guard case .string(let text) = registers[register] else { return .null }
            return .int(text.unicodeScalars.count)
        }
    }

    private mutating func value(of expression: Expression) throws(RenderError) -> Value {
        try value(of: value(of: expression.operand), through: expression.filters)
    }

    /// What the filters make of `value`, one after the other.
    mutating func value(of value: Value, through filters: [FilterCall]) throws(RenderError) -> Value {
        var value = value
        for filterCall in filters {
            let call = Call(
                filter: filterCall.filter.name, first: filterCall.first.map(self.value(of:)),
                second: filterCall.second.map(self.value(of:)), mode: mode, now: now)
            bytesFiltered += value.byteCount
            value = try filterCall.result(of: value, call)
            bytesFiltered += value.byteCount
            guard bytesFiltered <= Limit.work else { throw .tooMuchWork(limit: Limit.work) }
        }
        return value
    }
}
