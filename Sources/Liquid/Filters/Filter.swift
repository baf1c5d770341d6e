/// A function on values, known by a name.
struct Filter: Sendable {
    typealias Function = @Sendable (Value, Call) throws(RenderError) -> Value

    /// The filter that says what takes the place of nothing.
    static let defaultName = "default"

    let name: String
    /// How many arguments it takes.
    let arguments: ClosedRange<Int>
    /// The one argument that is given by name, behind the others.
    let option: String?
    let apply: Function
    /// Makes the function for an argument that is the same in every row; nil where that saves nothing.
    let compile: Compilation?

    typealias Compilation = @Sendable (Value, Mode) -> Function

    init(_ name: String, arguments: ClosedRange<Int>, option: String? = nil, apply: @escaping Function) {
        self.name = name
        self.arguments = arguments
        self.option = option
        self.apply = apply
        self.compile = nil
    }

    /// A filter whose one argument takes some reading.
    init(_ name: String, compiling compile: @escaping Compilation) {
        self.name = name
        self.arguments = 1...1
        self.option = nil
        self.apply = { (input, call) throws(RenderError) in
            try compile(call.first ?? .null, call.mode)(input, call)
        }
        self.compile = compile
    }

    /// A filter that makes a text of a text, without arguments; nil stays nil.
    init(_ name: String, text transform: @escaping @Sendable (String) -> String) {
        self.init(name, arguments: 0...0) { (input, _) throws(RenderError) in
            if case .null = input { .null } else { .string(transform(input.text)) }
        }
    }

    /// A filter that makes a text of two, the input and its argument.
    init(_ name: String, texts transform: @escaping @Sendable (String, String) -> String) {
        self.init(name, arguments: 1...1) { (input, call) throws(RenderError) in
            .string(transform(input.text, call.first?.text ?? ""))
        }
    }

    /// What is wrong when it is called with `count` arguments.
    func expectation(given count: Int) -> String {
        let expected =
            switch (arguments.lowerBound, arguments.upperBound) {
            case (0, 0): "no arguments"
            case (1, 1): "one argument"
            case (2, 2): "two arguments"
            case (0, let most): "at most \(most == 1 ? "one argument" : "two arguments")"
            default: "one or two arguments"
            }
        return "'\(name)' takes \(expected), not \(count)."
    }
}

/// One use of a filter: its arguments and its surroundings.
struct Call {
    /// The filter's name, for errors.
    let filter: String
    let first: Value?
    let second: Value?
    let mode: Mode
    let now: Moment
}

/// Arguments and inputs as what the filter needs.
extension Call {
    /// In strict mode only numbers and text that is exactly a number; otherwise anything is some number.
    func number(_ value: Value?) throws(RenderError) -> Number {
        let value = value ?? .null
        let number: Number? =
            switch value {
            case .int(let int): .whole(int)
            case .double(let double): Number(double)
            case .string(let text): Number(exactly: text) ?? (mode == .lenient ? Number(startOf: text) : nil)
            case .null, .bool, .blank, .empty: mode == .lenient ? .zero : nil
            }
        guard let number else { throw .notANumber(value.text, filter: filter) }
        return number
    }

    /// A whole number, in both modes nothing else.
    func integer(_ value: Value) throws(RenderError) -> Int {
        switch value {
        case .int(let int): return int
        case .string(let text):
            guard case .whole(let int)? = Number(exactly: text) else { fallthrough }
            return int
        default: throw .notAWholeNumber(value.text, filter: filter)
        }
    }

    /// The result of a calculation on `input`, which is nil when it is too large.
    func result(_ number: Number?, of input: Value) throws(RenderError) -> Value {
        guard let number else { throw .numberTooLarge(input.text, filter: filter) }
        return number.value
    }
}
