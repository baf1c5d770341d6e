/// The names a template can use, and the registers it needs for those it does use.
struct Scope {
    let mode: Mode
    private let names: Names
    /// What each register holds at the start.
    private(set) var sources: [Source] = []
    private var registersByName: [String: Int] = [:]
    private var registersBySlot: [Int: Int] = [:]
    private var assigned: Set<Int> = []

    private static let builtIns: [String: Source] = ["now": .now, "today": .today]

    init(names: Names, mode: Mode) {
        self.names = names
        self.mode = mode
    }

    /// The value of the variable `name`: what was assigned to it, or else what it is by the table.
    mutating func read(_ name: String, at offset: Int) throws(Mistake) -> Operand {
        let source: Source
        switch names.resolve(variable: name) {
        case .column(let slot): source = .cell(slot: slot)
        case .ambiguous(let headers): throw ambiguous(name, headers, at: offset)
        case .unknown:
            guard let builtIn = Self.builtIns[name] else { return try readAssigned(name, at: offset) }
            source = builtIn
        }
        let register = register(named: name)
        sources[register] = source
        return .register(register)
    }

    /// Makes sure that a word of the language is not meant to be the column of that name.
    func checkIsNoColumn(_ word: String, at offset: Int) throws(Mistake) {
        guard mode == .strict, case .column = names.resolve(variable: word) else { return }
        throw Mistake(
            offset: offset,
            message: "'\(word)' is a word of the language. The column is written \(Names.reference(to: word)).")
    }

    /// The value of a column by its header, whatever was assigned to a variable of that name.
    mutating func readColumn(_ header: String, at offset: Int) throws(Mistake) -> Operand {
        switch names.resolve(column: header) {
        case .column(let slot):
            let register = registersBySlot[slot] ?? append(.cell(slot: slot))
            registersBySlot[slot] = register
            return .register(register)
        case .ambiguous(let headers):
            throw ambiguous(header, headers, at: offset)
        case .unknown:
            guard mode == .strict else { return .constant(.null) }
            let meant = names.column(beginningWith: header) ?? Spelling.nearest(to: header, among: names.columns)
            throw Mistake(offset: offset, message: "There is no column '\(header)'.\(hint(column: meant))")
        }
    }

    /// The register that an assignment to `name` writes.
    mutating func assign(_ name: String) -> Int {
        let register = register(named: name)
        assigned.insert(register)
        return register
    }

    /// Whether an assignment so far writes the register.
    func isAssigned(_ register: Int) -> Bool { assigned.contains(register) }

    private func readAssigned(_ name: String, at offset: Int) throws(Mistake) -> Operand {
        if let register = registersByName[name] { return .register(register) }
        guard mode == .strict else { return .constant(.null) }
        guard name != "not" else {
            throw Mistake(offset: offset, message: "There is no 'not'. Use unless, or compare the value with nil.")
        }
        guard name != "row" else { throw Mistake(offset: offset, message: ExpressionParser.columns) }
        let candidates = names.variables + registersByName.keys + Self.builtIns.keys + ExpressionParser.words + ["row"]
        let hint = names.column(beginningWith: name).map(hint(column:)) ?? Spelling.hint(for: name, among: candidates)
        throw Mistake(
            offset: offset,
            message: "There is no column or variable '\(name)'.\(hint.isEmpty ? names.listed : hint)")
    }

    private func hint(column: String?) -> String {
        column.map { " Did you mean \(Names.reference(to: $0))?" } ?? names.listed
    }

    private func ambiguous(_ name: String, _ headers: [String], at offset: Int) -> Mistake {
        let columns = headers.map(Names.reference).joined(separator: " or ")
        return Mistake(offset: offset, message: "'\(name)' can mean several columns. Write \(columns).")
    }

    private mutating func register(named name: String) -> Int {
        let register = registersByName[name] ?? append(.nothing)
        registersByName[name] = register
        return register
    }

    private mutating func append(_ source: Source) -> Int {
        sources.append(source)
        return sources.count - 1
    }
}
