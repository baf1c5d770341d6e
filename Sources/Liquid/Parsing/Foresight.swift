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
        guard scope.mode == .strict, case .constant(let left) = left, case .constant(let right) = right else { return }
        do {
            _ = try holds(left, right)
        } catch {
            throw Mistake(offset: offset, message: error.description)
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
