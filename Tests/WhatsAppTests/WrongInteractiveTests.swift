import Testing

@testable import WhatsApp

/// Mistakes in messages with buttons, one each.
@Suite struct WrongInteractiveTests {
    @Test(
        arguments: [
            (interactive("sms", #""action": {}"#), .unknownWord, "interactive.type"),
            (interactive("button", #""action": {}"#), .missingField, "interactive.action"),
            (interactive("button", #""action": {"buttons": []}"#), .wrongCount, "interactive.action.buttons"),
            (Sample.buttons("a", "b", "c", "d"), .wrongCount, "interactive.action.buttons"),
            (Sample.buttons("a", "a"), .duplicateValue, "interactive.action.buttons[1].reply.id"),
            (Sample.buttons("a "), .invalidValue, "interactive.action.buttons[0].reply.id"),
            (
                Sample.buttons(letters(257)), .tooLong, "interactive.action.buttons[0].reply.id"
            ),
            (
                interactive(
                    "button",
                    #"""
                    "action": {"buttons": [{"type": "reply", "reply": {"id": "a", "title": "Yes"}},
                    {"type": "reply", "reply": {"id": "b", "title": "Yes"}}]}
                    """#
                ), .duplicateValue, "interactive.action.buttons[1].reply.title"
            ),
            (
                interactive(
                    "button", #""action": {"buttons": [{"type": "reply", "reply": {"id": "a", "title": "*Yes*"}}]}"#),
                .invalidValue, "interactive.action.buttons[0].reply.title"
            ),
            (
                interactive(
                    "button", #""action": {"buttons": [{"type": "url", "reply": {"id": "a", "title": "Yes"}}]}"#),
                .unknownWord, "interactive.action.buttons[0].type"
            ),
            (
                interactive(
                    "button",
                    #"""
                    "action": {"buttons": [{"type": "reply", "reply": {"id": "a", "title": "123456789012345678901"}}]}
                    """#
                ),
                .tooLong, "interactive.action.buttons[0].reply.title"
            ),
            (Sample.list(#"{"rows": []}"#), .wrongCount, "interactive.action.sections[0].rows"),
            (
                Sample.list(#"{"rows": [\#(Sample.rows(1...1))]}, {"title": "B", "rows": [\#(Sample.rows(2...2))]}"#),
                .missingField,
                "interactive.action.sections[0]"
            ),
            (
                Sample.list(
                    Sample.section("A", 1...6) + ", " + Sample.section("B", 7...11)
                ),
                .wrongCount,
                "interactive.action"
            ),
            (
                Sample.list(
                    Sample.section("A", 1...2) + ", " + Sample.section("B", 2...3)
                ),
                .duplicateValue,
                "interactive.action.sections[1].rows[0].id"
            ),
            (
                Sample.list(#"{"rows": [{"id": "a", "title": "1234567890123456789012345"}]}"#), .tooLong,
                "interactive.action.sections[0].rows[0].title"
            ),
            (
                interactive(
                    "list", #""header": {"type": "image", "image": {"id": "1"}}, "action": \#(Sample.listAction)"#),
                .unknownWord, "interactive.header.type"
            ),
            (
                message(
                    "interactive",
                    Sample.longList(4097)
                ),
                .tooLong, "interactive.body.text"
            ),
            (
                message("interactive", #"{"type": "list", "action": \#(Sample.listAction)}"#), .missingField,
                "interactive"
            ),
            (
                interactive("list", #""header": {"type": "text"}, "action": \#(Sample.listAction)"#), .missingField,
                "interactive.header"
            ),
            (
                interactive(
                    "list", #""header": {"type": "text", "text": "a", "subtext": "b"}, "action": \#(Sample.listAction)"#
                ),
                .unknownField, "interactive.header.subtext"
            ),
            (
                interactive(
                    "cta_url",
                    #"""
                    "header": {"type": "image", "text": "a", "image": {"id": "1"}},
                    "action": \#(Sample.link("https://a.b"))
                    """#
                ),
                .unknownField, "interactive.header.text"
            ),
            (
                interactive("cta_url", #""action": \#(Sample.link("https://127.0.0.1/c"))"#), .invalidURL,
                "interactive.action.parameters.url"
            ),
            (
                interactive("cta_url", #""action": \#(Sample.link("a.b/c"))"#), .invalidURL,
                "interactive.action.parameters.url"
            ),
            (
                interactive(
                    "cta_url",
                    #""footer": {"text": "\#(letters(61))"}, "action": \#(Sample.link("https://a.b"))"#
                ),
                .tooLong, "interactive.footer.text"
            ),
            (
                interactive("location_request_message", #""action": {"name": "location"}"#), .unknownWord,
                "interactive.action.name"
            ),
            (
                interactive(
                    "location_request_message", #""footer": {"text": "a"}, "action": {"name": "send_location"}"#),
                .unknownField, "interactive.footer"
            ),
            (Sample.flow(#""flow_id": "1", "flow_name": "a""#), .conflict, "interactive.action.parameters"),
            (Sample.flow(#""flow_token": "1""#), .missingField, "interactive.action.parameters"),
            (
                Sample.flow(#""flow_id": "1", "flow_action": "data_exchange", "flow_action_payload": {"screen": "A"}"#),
                .conflict,
                "interactive.action.parameters.flow_action_payload"
            ),
            (
                Sample.flow(#""flow_id": "1", "flow_action_payload": {"screen": "A", "data": {}}"#), .wrongCount,
                "interactive.action.parameters.flow_action_payload.data"
            ),
            (
                interactive(
                    "flow",
                    #""action": {"parameters": {"flow_message_version": 3, "flow_cta": "Go 🚀", "flow_id": "1"}}"#),
                .invalidValue, "interactive.action.parameters.flow_cta"
            ),
            (
                interactive(
                    "flow",
                    #""action": {"parameters": {"flow_message_version": "2", "flow_cta": "Go", "flow_id": "1"}}"#),
                .unknownWord, "interactive.action.parameters.flow_message_version"
            ),
            (Sample.cards(Sample.card(0)), .wrongCount, "interactive.action.cards"),
            (Sample.cards(Sample.card(0), Sample.card(2)), .invalidValue, "interactive.action"),
            (Sample.cards(Sample.card(0), Sample.card(0)), .invalidValue, "interactive.action"),
            (Sample.cards(Sample.card(1), Sample.card(2)), .invalidValue, "interactive.action"),
            (Sample.cards(Sample.card(0), Sample.card(1, catalog: "other")), .conflict, "interactive.action.cards[1]"),
            (
                Sample.cards(Sample.card(0), Sample.card(1, text: "a\\nb\\nc\\nd")), .lineBreak,
                "interactive.action.cards[1].body.text"
            ),
            (
                Sample.cards(Sample.card(0), Sample.card(1, text: letters(161))), .tooLong,
                "interactive.action.cards[1].body.text"
            ),
            (
                interactive(
                    "carousel",
                    #"""
                    "header": {"type": "text", "text": "a"},
                    "action": {"cards": [\#(Sample.card(0)), \#(Sample.card(1))]}
                    """#
                ),
                .unknownField, "interactive.header"
            ),
            (
                interactive(
                    "product",
                    #"""
                    "header": {"type": "text", "text": "a"}, "action": {"catalog_id": "1", "product_retailer_id": "2"}
                    """#
                ),
                .unknownField, "interactive.header"
            ),
            (
                interactive("product_list", #""action": {"catalog_id": "1", "sections": [\#(Sample.products(2))]}"#),
                .missingField, "interactive"
            ),
            (
                interactive(
                    "product_list",
                    Sample.catalogue(Sample.products(16), Sample.products(15))
                ),
                .wrongCount, "interactive.action"
            ),
            (
                interactive("catalog_message", #""action": {"name": "catalog"}"#), .unknownWord,
                "interactive.action.name"
            ),
        ] as [Mistake])
    func `a mistake in a message with buttons has a code and a place`(mistake: Mistake) throws { try expect(mistake) }

    /// What a card shows is there by its link only.
    @Test(arguments: ["image", "video"]) func `cards take no ids`(type: String) throws {
        let card = Sample.card(1).replacing("image", with: type)
            .replacing(#""link": "https://a.b/c.jpg""#, with: #""id": "1""#)
        let tree = try Tree(Sample.cards(Sample.card(0), card))
        var check = ShapeCheck(now: present)
        #expect(check.typed(tree.root, as: .message) == nil)
        let path = Path(stringLiteral: "interactive.action.cards[1].header.\(type)")
        #expect(
            check.findings.map { Found($0) } == [
                Found(.missingField, path, in: tree), Found(.unknownField, path + .field("id"), in: tree),
            ])
    }
}
