/// What no row changes: a mistake in it is found when the template is compiled.
extension Scope {
    /// The value of an operand that is the same in every row; nil for any other.
    ///
    /// For `now` and `today` it is a sample, for a campaign has not begun where its template is compiled.
    func foreseen(_ operand: Operand) -> Value? {
        switch operand {
        case .constant(let value): value
        case .register(let register): foreseen(register: register)
        case .size: nil
        }
    }

    /// Whether the operand is a cell as it stands in the row.
    func isCell(_ operand: Operand) -> Bool {
        guard case .register(let register) = operand, case .cell = sources[register] else { return false }
        return !isAssigned(register)
    }

    private func foreseen(register: Int) -> Value? {
        switch sources[register] {
        case .now where !isAssigned(register): Now.sample.time
        case .today where !isAssigned(register): Now.sample.day
        default: nil
        }
    }
}

extension FilterCall {
    /// What the filter makes of `input`; nil where that depends on the row.
    ///
    /// - Parameter input: nil where it depends on the row; the arguments are tried on some number then.
    /// - Throws: what goes wrong in every row.
    func foreseen(of input: Value?, in scope: Scope, at offset: Int) throws(Mistake) -> Value? {
        let operands = [first, second].compactMap(\.self)
        let arguments = operands.compactMap { scope.foreseen($0) }
        guard scope.mode == .strict, arguments.count == operands.count else { return nil }
        let call = Call(
            filter: filter.name, first: arguments.first, second: arguments.dropFirst().first, mode: scope.mode,
            now: Now.sample.moment)
        do {
            let value = try result(of: input ?? .int(1), call)
            return input == nil ? nil : value
        } catch {
            guard let message = input == nil ? error.blamingArguments : error.description else { return nil }
            throw Mistake(offset: offset, message: message)
        }
    }
}

extension Comparison {
    /// That two operands can be compared, as far as no row decides that.
    func check(_ left: Operand, _ right: Operand, in scope: Scope, at offset: Int) throws(Mistake) {
        guard scope.mode == .strict else { return }
        for (cell, other) in [(left, right), (right, left)] where scope.isCell(cell) {
            guard case .constant(let value) = other, let advice = advice(againstCell: value) else { continue }
            throw Mistake(offset: offset, message: advice)
        }
        guard case .constant(let left) = left, case .constant(let right) = right else { return }
        do {
            _ = try holds(left, right)
        } catch {
            throw Mistake(offset: offset, message: error.description)
        }
    }

    /// What to write instead of a comparison that has the same outcome for every cell.
    private func advice(againstCell value: Value) -> String? {
        guard self == .equal || self == .notEqual else { return nil }
        switch value {
        case .bool(let flag): return "A cell is text, never \(flag). Write '\(flag)' in quotes."
        case .empty, .string(""): return "A cell without text is nil, never an empty text. Compare it with blank."
        default: return nil
        }
    }
}

extension RenderError {
    /// The sentence where the arguments are wrong for every input; nil where the input may be to blame.
    fileprivate var blamingArguments: String? {
        switch self {
        case .notANumber, .notAWholeNumber, .unknownDateDirective: description
        case .divisionByZero(_, let filter): "'\(filter)' cannot divide by zero."
        default: nil
        }
    }
}

extension Now {
    /// The beginning of 2026.
    fileprivate static let sample = Now(secondsSince1970: 1_767_225_600)
}
