/// Filters that calculate.
extension Filter {
    static let numbers = [
        calculation("plus") { $0.plus($1) },
        calculation("minus") { $0.minus($1) },
        calculation("times") { $0.times($1) },
        calculation("at_least") { $0.decimal < $1.decimal ? $1 : $0 },
        calculation("at_most") { $0.decimal > $1.decimal ? $1 : $0 },
        division("divided_by") { $0.divided(by: $1) },
        division("modulo") { $0.modulo($1) },
        conversion("abs") { $0.absolute },
        conversion("ceil") { $0.ceiling },
        conversion("floor") { $0.floor },
        Filter("round", arguments: 0...1, apply: round),
    ]

    private static func calculation(
        _ name: String, _ calculate: @escaping @Sendable (Number, Number) -> Number?
    ) -> Filter {
        Filter(name, arguments: 1...1) { (input, call) throws(RenderError) in
            try call.result(calculate(call.number(input), call.number(call.first)), of: input)
        }
    }

    private static func division(
        _ name: String, _ divide: @escaping @Sendable (Number, Number) -> Number?
    ) -> Filter {
        Filter(name, arguments: 1...1) { (input, call) throws(RenderError) in
            let (number, divisor) = (try call.number(input), try call.number(call.first))
            guard !divisor.isZero else { throw .divisionByZero(input.text, filter: name) }
            return try call.result(divide(number, divisor), of: input)
        }
    }

    private static func conversion(_ name: String, _ convert: @escaping @Sendable (Number) -> Number?) -> Filter {
        Filter(name, arguments: 0...0) { (input, call) throws(RenderError) in
            try call.result(convert(call.number(input)), of: input)
        }
    }

    /// To so many decimal places, none unless told; nil counts as none too.
    private static func round(_ input: Value, _ call: Call) throws(RenderError) -> Value {
        let number = try call.number(input)
        let first = call.first ?? .int(0)
        guard case .whole(let places)? = first == .null ? .zero : try call.number(first).floor else {
            throw .numberTooLarge(input.text, filter: call.filter)
        }
        return try call.result(number.rounded(places: places), of: input)
    }
}
