import Testing

@testable import WhatsApp

/// How values are written, and leaves that only a row knows.
@Suite struct TypedTests {
    private func typed(_ json: String, _ shape: Shape) throws -> Typed? {
        var check = ShapeCheck(now: present)
        let typed = check.typed(try Tree(json).root, as: shape)
        #expect(check.errors == [])
        return typed
    }

    @Test(
        arguments: [
            (#"{"v": "7"}"#, .integer(0...9), .number("7")),
            (#"{"v": 7}"#, .integer(0...9), .number("7")),
            (#"{"v": "true"}"#, .boolean, .boolean(true)),
            (#"{"v": false}"#, .boolean, .boolean(false)),
            (#"{"v": 41.88}"#, Shape.text(), .string("41.88")),
            (
                #"{"v": {"a": 1, "b": [true, null, "x"]}}"#, .free(atLeast: 1),
                .free([
                    Typed.Entry(name: "a", value: .number("1")),
                    Typed.Entry(name: "b", value: .list([.boolean(true), .null, .string("x")])),
                ])
            ),
        ] as [(String, Shape, Typed)])
    func `a value is of the kind that its field wants`(json: String, shape: Shape, value: Typed) throws {
        let object = Shape.object("a", [.required("v", shape, "value")])
        #expect(try typed(json, object) == .object([Typed.Entry(name: "v", value: value)]))
    }

    @Test func `placeholders and conditions stay where they stand`() throws {
        let element = Shape.object("an element", [.required("n", .integer(0...9), "a number")])
        let tree = try Tree(#"[{"$if": 4, "n": "{{2}}"}]"#)
        var check = ShapeCheck(now: present)
        let typed = check.typed(tree.root, as: .list(of: element, 0...3))
        let leaf = Leaf(placeholder: 2, path: "[0].n", kind: .integer(0...9))
        #expect(typed == .list([.conditional(4, .object([Typed.Entry(name: "n", value: .leaf(leaf))]))]))
    }

    @Test(
        arguments: [
            ("[]", [], false),
            (#"[{"$if": 0, "n": 1}]"#, [], true),
            (#"[{"$if": 0, "n": 1}]"#, [0], false),
            (#"[{"$if": 0, "n": 1}, {"$if": 1, "n": 1}]"#, [1], false),
            (#"[{"$if": 0, "n": 1}, {"$if": 1, "n": 1}]"#, [], true),
            (#"[{"$if": 0, "n": 1}, {"n": 1}]"#, [], false),
            (#"[[{"$if": 0, "n": 1}]]"#, [], true),
            ("{}", [], false),
            (#"{"a": {"$if": 0, "n": 1}}"#, [], true),
            (#"{"a": {"$if": 0, "n": 1}}"#, [0], false),
            (#"{"a": {"$if": 0, "n": 1}, "b": 1}"#, [], false),
            (#"{"a": [{"$if": 0, "n": 1}], "b": {"c": {"$if": 1, "n": 1}}}"#, [], true),
            (#"{"a": [{"$if": 0, "n": 1}], "b": {"c": {"$if": 1, "n": 1}}}"#, [1], false),
        ] as [(String, Set<Int>, Bool)])
    func `what loses all it had is left out`(json: String, holding: Set<Int>, isLeftOut: Bool) throws {
        let object = Shape.free(atLeast: 0)
        let typed = try typed(#"{"part": \#(json)}"#, object)
        guard case .free(let entries) = typed else { throw Unexpected() }
        #expect(entries.map { $0.value.isLeftOut(holds: holding.contains) } == [isLeftOut])
    }

    struct Unexpected: Error {}

    @Test(
        arguments: [
            (.integer(0...9), "7", nil),
            (.integer(0...9), "", .missingValue),
            (.integer(0...9), "07", .notANumber),
            (.integer(0...9), "7.0", .notANumber),
            (.integer(0...9), "10", .outOfRange),
            (.moment(after: present), "\(present + 1)", nil),
            (.moment(after: present), "\(present)", .expired),
            (.moment(after: present), "1785500001", .outOfRange),
            (.moment(after: present), "tomorrow", .notANumber),
            (.boolean, "true", nil),
            (.boolean, "yes", .notABoolean),
            (.text(TextShape(count: 1...3)), "abc", nil),
            (.text(TextShape(count: 1...3)), "abcd", .tooLong),
            (.text(TextShape(count: 1...3)), "e\u{301}e\u{301}", .tooLong),
            (.text(TextShape(count: 0...3)), "", nil),
            (.text(TextShape(count: 1...9, format: .templateValue)), "a\rb", .lineBreak),
        ] as [(Leaf.Kind, String, Problem.Code?)])
    func `a leaf finds what is wrong with the text of a row`(kind: Leaf.Kind, text: String, code: Problem.Code?) {
        let leaf = Leaf(placeholder: 0, path: "v", kind: kind)
        #expect(leaf.problem(in: text)?.code == code)
    }

    @Test(
        arguments: [
            (TextShape(count: 1...3), "🎉a", nil),
            (TextShape(count: 1...3), "🎉🎉", .mayBeTooLong),
            (TextShape(count: 1...9, advice: [.https]), "http://a", .insecureLink),
            (TextShape(count: 1...9, advice: [.length(3, why: "x"), .https]), "http://a", .mayBeTooLong),
        ] as [(TextShape, String, Problem.Code?)])
    func `a leaf warns of a text that deserves a look`(shape: TextShape, text: String, code: Problem.Code?) {
        let leaf = Leaf(placeholder: 0, path: "v", kind: .text(shape))
        #expect(leaf.problem(in: text) == nil)
        #expect(leaf.warning(in: text)?.code == code)
    }

    @Test(arguments: [
        ("48500.0", "is '48500.0', not a whole number; the filter round makes it one"),
        ("1.2.3", "is '1.2.3', not a whole number"), ("007", "is '007', not a whole number"),
    ])
    func `a decimal number is told how it becomes whole`(_ text: String, _ message: String) {
        #expect(Leaf.Kind.integer(0...100_000).problem(in: text)?.predicate == message)
    }
}
