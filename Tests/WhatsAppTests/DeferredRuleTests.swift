import Testing

@testable import WhatsApp

/// Rules that only a row can decide, and parts that are there for some rows only.
@Suite struct DeferredRuleTests {
    /// What one row finds: the deferred rules with these texts, where these conditions hold.
    private func found(
        _ json: String, _ texts: [String] = [], holding: Set<Int> = []
    ) throws -> (found: [Found], tree: Tree, check: ShapeCheck) {
        let tree = try Tree(json)
        var check = ShapeCheck(now: present)
        let typed = check.typed(tree.root, as: .message)
        #expect(typed != nil)
        #expect(check.errors == [])
        let found = check.deferred.flatMap { rule in
            rule.findings(holds: holding.contains) { number in
                #expect(rule.placeholders.contains(number))
                return texts[number]
            }
        }
        return (found.map { Found($0) }, tree, check)
    }

    typealias Row = (message: String, texts: [String], holding: Set<Int>, code: Problem.Code?, path: Path)

    private static let two = Sample.buttons("{{0}}", "{{1}}")
    private static let flow = Sample.flow(
        #""flow_id": "1", "flow_action": "{{0}}", "flow_action_payload": {"screen": "S"}"#)
    private static let cards = Sample.cards(
        Sample.card(0, catalog: "{{0}}"), Sample.card(1, catalog: "{{1}}"))
    private static let brief = template(
        TemplateSample.offerPart(), body(text("{{0}}"), text(letters(590))),
        #"{"type": "header", "parameters": [\#(text("{{1}}"))]}"#)
    private static let preview = message("text", #"{"body": "{{0}}", "preview_url": "{{1}}"}"#)

    @Test(
        arguments: [
            (two, ["a", "b"], [], nil, ""),
            (two, ["a", "a"], [], .duplicateValue, "interactive.action.buttons[1].reply.id"),
            (flow, ["navigate"], [], nil, ""),
            (flow, ["data_exchange"], [], .conflict, "interactive.action.parameters.flow_action_payload"),
            (cards, ["a", "a"], [], nil, ""),
            (cards, ["a", "b"], [], .conflict, "interactive.action.cards[1]"),
            (brief, [letters(10), letters(60)], [], nil, ""),
            (brief, [letters(11), ""], [], .tooLong, "template.components[1]"),
            (preview, ["x https://a.b y", "true"], [], nil, ""),
            (preview, ["no address", "true"], [], .doubtfulValue, "text.body"),
            (preview, ["no address", "false"], [], nil, ""),
        ] as [Row])
    func `a rule over texts is decided by the texts of the row`(row: Row) throws { try expect(row) }

    /// Two headers, of which a row may have one; a body that has to be there; a link or an id.
    private static let headers = template(
        #"{"$if": 0, "type": "header", "parameters": [\#(text("a"))]}"#,
        #"{"$if": 1, "type": "header", "parameters": [\#(text("b"))]}"#)
    private static let values = template(body(#"{"$if": 0, "type": "text", "text": "a"}"#))
    private static let quickReply = template(button("quick_reply", #"{"$if": 0, "type": "text", "text": "a"}"#))
    private static let needed = interactive(
        "button",
        #""action": {"buttons": [{"$if": 0, "type": "reply", "reply": {"id": "a", "title": "A"}}]}"#)
    private static let data = Sample.flow(
        #""flow_id": "1", "flow_action_payload": {"data": {"a": {"$if": 0, "b": 1}, "c": [{"$if": 1, "b": 1}]}}"#)
    private static let named = template(
        #"{"type": "header", "parameters": [{"$if": 0, "type": "text", "text": "a"}]}"#,
        body(#"{"type": "text", "text": "b", "parameter_name": "b"}"#))
    /// Four contacts and two that depend on the row: six are doubtful.
    private static let contacts = message(
        "contacts",
        "["
            + ["", "", "", "", #""$if": 0,"#, #""$if": 1,"#].map {
                #"{\#($0) "name": {"formatted_name": "A", "first_name": "A"}}"#
            }.joined(separator: ", ") + "]")
    private static let around = template(
        #"{"$if": 1, "type": "body", "parameters": [{"$if": 0, "type": "text", "text": "a"}]}"#)
    private static let required = message(
        "interactive", #"{"type": "list", "body": {"$if": 3, "text": "a"}, "action": \#(Sample.listAction)}"#
    )
    private static let sections = Sample.list(
        #"{"rows": [{"id": "a", "title": "A"}]}, {"$if": 0, "rows": [{"id": "{{0}}", "title": "A"}]}"#)
    private static let many = Sample.list(
        #"{"rows": [\#(Sample.rows(1...10)), {"$if": 0, "id": "x", "title": "X"}]}"#)

    @Test(
        arguments: [
            (headers, [], [], nil, ""),
            (headers, [], [1], nil, ""),
            (headers, [], [0, 1], .duplicateValue, "template.components[1].type"),
            (values, [], [0], nil, ""),
            (values, [], [], .missingField, "template.components[0]"),
            (quickReply, [], [], nil, ""),
            (quickReply, [], [0], nil, ""),
            (needed, [], [0], nil, ""),
            (needed, [], [], .wrongCount, "interactive.action.buttons"),
            (data, [], [1], nil, ""),
            (data, [], [], .missingField, "interactive.action.parameters.flow_action_payload"),
            (contacts, [], [0], nil, ""),
            (contacts, [], [0, 1], .wrongCount, "contacts"),
            (around, [], [0, 1], nil, ""),
            (around, [], [0], nil, ""),
            (around, [], [], nil, ""),
            (around, [], [1], .missingField, "template.components[0]"),
            (required, [], [3], nil, ""),
            (required, [], [], .missingField, "interactive"),
            (named, [], [], .missingField, "template.components[0]"),
            (named, [], [0], .missingField, "template.components[0]"),
            (sections, ["b"], [], nil, ""),
            (sections, ["a"], [], nil, ""),
        ] as [Row])
    func `a rule over parts is decided by the conditions of the row`(row: Row) throws { try expect(row) }

    private func expect(_ row: Row) throws {
        let (found, tree, _) = try found(row.message, row.texts, holding: row.holding)
        #expect(found == (row.code.map { [Found($0, row.path, in: tree)] } ?? []))
    }

    @Test func `several rules can be broken in one row`() throws {
        let (found, tree, check) = try found(Self.sections, ["a"], holding: [0])
        #expect(
            found == [
                Found(.duplicateValue, "interactive.action.sections[1].rows[0].id", in: tree),
                Found(.missingField, "interactive.action.sections[0]", in: tree),
                Found(.missingField, "interactive.action.sections[1]", in: tree),
            ])
        #expect(check.deferred.map(\.placeholders) == [[0], []])
        #expect(check.deferred.map(\.conditions) == [[0], [0]])
    }

    @Test func `counts over everything are deferred only where they can fail`() throws {
        let (found, tree, check) = try found(Self.many, holding: [0])
        let rows: Path = "interactive.action.sections[0].rows"
        #expect(found == [Found(.wrongCount, "interactive.action", in: tree), Found(.wrongCount, rows, in: tree)])
        #expect(check.deferred.count == 2)
        let optional = template(body(text("a")), #"{"$if": 0, "type": "header", "parameters": [\#(text("b"))]}"#)
        let (_, _, second) = try self.found(optional)
        #expect(second.deferred.isEmpty)
    }

    /// Where no row can break a rule, no row is asked.
    @Test(arguments: [
        message("text", #"{"body": "{{0}}"}"#), template(body(text("{{0}}"))),
        message("text", #"{"body": "{{0}}", "preview_url": false}"#),
        message("audio", #"{"link": "{{0}}"}"#), Sample.flow(#""flow_id": "1", "flow_action": "{{0}}""#),
        Sample.flow(#""flow_id": "1", "flow_action": "navigate", "flow_action_payload": {"screen": "{{0}}"}"#),
    ])
    func `words that never matter are not asked for`(json: String) throws {
        #expect(try found(json, ["a"]).check.deferred.isEmpty)
    }

    private static func reply(_ number: Int, _ condition: String = "") -> String {
        #"{\#(condition) "type": "reply", "reply": {"id": "\#(number)", "title": "\#(number)"}}"#
    }

    private static func section(_ number: Int, _ more: String = "") -> String {
        #"{\#(more) "rows": [{"id": "\#(number)", "title": "A"}]}"#
    }

    private static func value(_ more: String = "") -> String { #"{\#(more) "type": "text", "text": "a"}"# }

    /// What is there in every row breaks a rule, and nothing that a row adds can mend it.
    @Test(
        arguments: [
            (Sample.buttons("a", "{{0}}", "a"), .duplicateValue, "interactive.action.buttons[2].reply.id"),
            (
                interactive(
                    "button",
                    #""action": {"buttons": [\#((1...4).map { reply($0) }.joined(separator: ", ")), \#(reply(5, #""$if": 0,"#))]}"#
                ),
                .wrongCount, "interactive.action.buttons"
            ),
            (
                Sample.list(
                    [section(1, #""title": "A","#), section(2), section(3, #""$if": 0, "title": "A","#)].joined(
                        separator: ", ")),
                .missingField, "interactive.action.sections[1]"
            ),
            (
                template(body(value(#""parameter_name": "b","#), value(), value(#""$if": 0, "parameter_name": "c","#))),
                .missingField, "template.components[0].parameters[1]"
            ),
            (
                template(
                    #"{"type": "header", "parameters": [\#(value())]}"#,
                    body(value(#""parameter_name": "b","#), value(#""$if": 0, "parameter_name": "c","#))),
                .missingField, "template.components[0]"
            ),
            (
                template(
                    TemplateSample.offerPart(),
                    body(text(letters(601)), text("{{0}}"), #"{"$if": 0, "type": "text", "text": "a"}"#)),
                .tooLong, "template.components[1]"
            ),
        ] as [Mistake])
    func `what no row mends is found at once`(mistake: Mistake) throws {
        let tree = try Tree(mistake.message)
        var check = ShapeCheck(now: present)
        _ = check.typed(tree.root, as: .message)
        #expect(check.errors.map { Found($0) } == [Found(mistake.code, mistake.path, in: tree)])
    }

    /// What only some rows break, or some rows mend, is no mistake of the template.
    @Test(arguments: [
        interactive(
            "button", #""action": {"buttons": [\#(reply(1)), \#(reply(2)), \#(reply(3)), \#(reply(4, #""$if": 0,"#))]}"#
        ),
        Sample.list([section(1, #""title": "A","#), section(2, #""$if": 0,"#)].joined(separator: ", ")),
        template(body(value(), value(#""$if": 0, "parameter_name": "c","#))),
        template(body(value(#""parameter_name": "b","#), value(#""$if": 0,"#))),
        template(
            #"{"type": "header", "parameters": [\#(value(#""$if": 0,"#))]}"#, body(value(#""parameter_name": "b","#))),
        template(
            #"{"type": "header", "parameters": [\#(value())]}"#, body(value(#""$if": 0, "parameter_name": "c","#))),
        template(
            #"{"type": "header", "parameters": [\#(value()), \#(value(#""$if": 0, "parameter_name": "c","#))]}"#,
            body(value(#""parameter_name": "b","#))),
        template(TemplateSample.offerPart(), body(text(letters(600)), text("{{0}}"))),
    ])
    func `what a row mends is left to the rows`(json: String) throws {
        #expect(try !found(json, [""]).check.deferred.isEmpty)
    }

    @Test func `a preview without an address is a warning`() throws {
        var check = ShapeCheck(now: present)
        _ = check.typed(try Tree(Self.preview).root, as: .message)
        let findings = check.deferred.flatMap { $0.findings(holds: { _ in true }, text: { $0 == 0 ? "x" : "true" }) }
        #expect(findings.map(\.isWarning) == [true])
    }
}
