import Testing

@testable import WhatsApp

/// One mistake each: its code, and where it stands.
@Suite struct WrongMessageTests {
    typealias Mistake = (message: String, code: Problem.Code, path: Path)

    private func expect(_ mistake: Mistake) throws {
        let tree = try Tree(mistake.message)
        var check = ShapeCheck()
        _ = check.typed(tree.root, as: .message)
        #expect(check.errors.map { Found($0) } == [Found(mistake.code, mistake.path, in: tree)])
        #expect(check.deferred.isEmpty)
    }

    @Test(arguments: [
        ("[]", .wrongKind, ""),
        (#""hello""#, .wrongKind, ""),
        ("{}", .missingField, ""),
        (#"{"type": 1}"#, .wrongKind, "type"),
        (#"{"type": "{{0}}", "text": {"body": "a"}}"#, .invalidValue, "type"),
        (#"{"type": "txt"}"#, .unknownWord, "type"),
        (#"{"type": "text"}"#, .missingField, ""),
        (#"{"type": "text", "text": "Hello"}"#, .wrongKind, "text"),
        (#"{"type": "text", "text": {}}"#, .missingField, "text"),
        (#"{"type": "text", "text": {"body": ""}}"#, .missingValue, "text.body"),
        (#"{"type": "text", "text": {"body": " \n"}}"#, .missingValue, "text.body"),
        (#"{"type": "text", "text": {"body": null}}"#, .wrongKind, "text.body"),
        (#"{"type": "text", "text": {"body": ["a"]}}"#, .wrongKind, "text.body"),
        (#"{"type": "text", "text": {"body": true}}"#, .wrongKind, "text.body"),
        (message("text", #"{"body": "\#(String(repeating: "é", count: 4097))"}"#), .tooLong, "text.body"),
        (message("text", #"{"body": "a", "preview_url": "yes"}"#), .notABoolean, "text.preview_url"),
        (message("text", #"{"body": "a", "preview_url": 1}"#), .wrongKind, "text.preview_url"),
        (message("text", #"{"body": "a", "previewurl": true}"#), .unknownField, "text.previewurl"),
        (#"{"type": "text", "text": {"body": "a"}, "image": {}}"#, .unknownField, "image"),
        (#"{"type": "text", "text": {"body": "a"}, "context": {}}"#, .missingField, "context"),
        (
            #"{"type": "text", "text": {"body": "a"}, "biz_opaque_callback_data": "\#(String(repeating: "x", count: 513))"}"#,
            .tooLong, "biz_opaque_callback_data"
        ),
        (#"{"type": "reaction", "reaction": {"emoji": "a", "message_id": "w"}, "context": {}}"#, .unknownField, "context"),
        (message("reaction", #"{"emoji": "👍"}"#), .missingField, "reaction"),
        (message("image", "{}"), .missingField, "image"),
        (message("image", #"{"link": "https://a.b/c", "id": "1"}"#), .conflict, "image"),
        (message("image", #"{"link": "ftp://a.b/c"}"#), .invalidURL, "image.link"),
        (message("image", #"{"link": "https:///c"}"#), .invalidURL, "image.link"),
        (message("image", #"{"link": "https://a.b/c d"}"#), .invalidURL, "image.link"),
        (
            message("image", #"{"link": "https://a.b/\#(String(repeating: "c", count: 2000))"}"#), .tooLong,
            "image.link"
        ),
        (message("video", #"{"link": "https://a.b/c", "filename": "c"}"#), .unknownField, "video.filename"),
        (message("audio", #"{"link": "https://a.b/c", "caption": "c"}"#), .unknownField, "audio.caption"),
        (message("sticker", #"{"link": "https://a.b/c", "caption": "c"}"#), .unknownField, "sticker.caption"),
        (
            message("document", #"{"link": "https://a.b/c", "caption": "\#(String(repeating: "c", count: 1025))"}"#),
            .tooLong, "document.caption"
        ),
        (message("location", #"{"latitude": "1"}"#), .missingField, "location"),
        (message("location", #"{"latitude": "90.1", "longitude": "1"}"#), .outOfRange, "location.latitude"),
        (message("location", #"{"latitude": "-91", "longitude": "1"}"#), .outOfRange, "location.latitude"),
        (message("location", #"{"latitude": 1, "longitude": 181}"#), .outOfRange, "location.longitude"),
        (message("location", #"{"latitude": "1,5", "longitude": "1"}"#), .notANumber, "location.latitude"),
        (message("location", #"{"latitude": "0x1", "longitude": "1"}"#), .notANumber, "location.latitude"),
        (message("location", #"{"latitude": "nan", "longitude": "1"}"#), .notANumber, "location.latitude"),
        (message("location", #"{"latitude": "1.", "longitude": "1"}"#), .notANumber, "location.latitude"),
        (message("location", #"{"lat": 1, "latitude": 1, "longitude": 1}"#), .unknownField, "location.lat"),
        (message("contacts", #"{"name": {}}"#), .wrongKind, "contacts"),
        (message("contacts", "[]"), .wrongCount, "contacts"),
        (message("contacts", "[{}]"), .missingField, "contacts[0]"),
        (message("contacts", #"[{"name": "Noor"}]"#), .wrongKind, "contacts[0].name"),
        (message("contacts", #"[{"name": {"first_name": "N"}}]"#), .missingField, "contacts[0].name"),
        (contact(#""birthday": "17.4.1990""#), .invalidValue, "contacts[0].birthday"),
        (contact(#""birthday": "1990-13-01""#), .invalidValue, "contacts[0].birthday"),
        (contact(#""phones": [{"wa_id": "+1500"}]"#), .invalidValue, "contacts[0].phones[0].wa_id"),
        (contact(#""phones": [{"number": "1"}]"#), .unknownField, "contacts[0].phones[0].number"),
        (contact(#""emails": "a@b.c""#), .wrongKind, "contacts[0].emails"),
        (contact(#""org": {"name": "x"}"#), .unknownField, "contacts[0].org.name"),
    ] as [Mistake])
    func plain(mistake: Mistake) throws { try expect(mistake) }

    static func contact(_ rest: String) -> String {
        message("contacts", #"[{"name": {"formatted_name": "Noor", "first_name": "Noor"}, \#(rest)}]"#)
    }

    @Test(arguments: [
        (message("interactive", #"{"type": "buttons"}"#), .unknownWord, "interactive.type"),
        (interactive("button", #""action": {}"#), .missingField, "interactive.action"),
        (interactive("button", #""action": {"buttons": []}"#), .wrongCount, "interactive.action.buttons"),
        (buttons("a", "b", "c", "d"), .wrongCount, "interactive.action.buttons"),
        (buttons("a", "a"), .duplicateValue, "interactive.action.buttons[1].reply.id"),
        (buttons("a "), .invalidValue, "interactive.action.buttons[0].reply.id"),
        (
            buttons(String(repeating: "a", count: 257)), .tooLong, "interactive.action.buttons[0].reply.id"
        ),
        (
            interactive(
                "button",
                #""action": {"buttons": [{"type": "reply", "reply": {"id": "a", "title": "Yes"}}, {"type": "reply", "reply": {"id": "b", "title": "Yes"}}]}"#
            ), .duplicateValue, "interactive.action.buttons[1].reply.title"
        ),
        (
            interactive("button", #""action": {"buttons": [{"type": "url", "reply": {"id": "a", "title": "Yes"}}]}"#),
            .unknownWord, "interactive.action.buttons[0].type"
        ),
        (
            interactive("button", #""action": {"buttons": [{"type": "reply", "reply": {"id": "a", "title": "123456789012345678901"}}]}"#),
            .tooLong, "interactive.action.buttons[0].reply.title"
        ),
        (list(#"{"rows": []}"#), .wrongCount, "interactive.action.sections[0].rows"),
        (list(#"{"rows": [\#(rows(1...1))]}, {"title": "B", "rows": [\#(rows(2...2))]}"#), .missingField, "interactive.action.sections[0]"),
        (
            list(#"{"title": "A", "rows": [\#(rows(1...6))]}, {"title": "B", "rows": [\#(rows(7...11))]}"#), .wrongCount,
            "interactive.action"
        ),
        (
            list(#"{"title": "A", "rows": [\#(rows(1...2))]}, {"title": "B", "rows": [\#(rows(2...3))]}"#), .duplicateValue,
            "interactive.action.sections[1].rows[0].id"
        ),
        (
            list(#"{"rows": [{"id": "a", "title": "1234567890123456789012345"}]}"#), .tooLong,
            "interactive.action.sections[0].rows[0].title"
        ),
        (
            interactive("list", #""header": {"type": "image", "image": {"id": "1"}}, "action": \#(listAction)"#),
            .unknownWord, "interactive.header.type"
        ),
        (
            message("interactive", #"{"type": "list", "body": {"text": "\#(String(repeating: "a", count: 4097))"}, "action": \#(listAction)}"#),
            .tooLong, "interactive.body.text"
        ),
        (message("interactive", #"{"type": "list", "action": \#(listAction)}"#), .missingField, "interactive"),
        (interactive("list", #""header": {"type": "text"}, "action": \#(listAction)"#), .missingField, "interactive.header"),
        (
            interactive("list", #""header": {"type": "text", "text": "a", "subtext": "b"}, "action": \#(listAction)"#),
            .unknownField, "interactive.header.subtext"
        ),
        (
            interactive("cta_url", #""header": {"type": "image", "text": "a", "image": {"id": "1"}}, "action": \#(link("https://a.b"))"#),
            .unknownField, "interactive.header.text"
        ),
        (interactive("cta_url", #""action": \#(link("a.b/c"))"#), .invalidURL, "interactive.action.parameters.url"),
        (
            interactive("cta_url", #""footer": {"text": "\#(String(repeating: "a", count: 61))"}, "action": \#(link("https://a.b"))"#),
            .tooLong, "interactive.footer.text"
        ),
        (interactive("location_request_message", #""action": {"name": "location"}"#), .unknownWord, "interactive.action.name"),
        (
            interactive("location_request_message", #""footer": {"text": "a"}, "action": {"name": "send_location"}"#),
            .unknownField, "interactive.footer"
        ),
        (flow(#""flow_id": "1", "flow_name": "a""#), .conflict, "interactive.action.parameters"),
        (flow(#""flow_token": "1""#), .missingField, "interactive.action.parameters"),
        (
            flow(#""flow_id": "1", "flow_action": "data_exchange", "flow_action_payload": {"screen": "A"}"#), .conflict,
            "interactive.action.parameters.flow_action_payload"
        ),
        (
            flow(#""flow_id": "1", "flow_action_payload": {"screen": "A", "data": {}}"#), .wrongCount,
            "interactive.action.parameters.flow_action_payload.data"
        ),
        (
            interactive("flow", #""action": {"parameters": {"flow_message_version": 3, "flow_cta": "Go 🚀", "flow_id": "1"}}"#),
            .invalidValue, "interactive.action.parameters.flow_cta"
        ),
        (
            interactive("flow", #""action": {"parameters": {"flow_message_version": "2", "flow_cta": "Go", "flow_id": "1"}}"#),
            .unknownWord, "interactive.action.parameters.flow_message_version"
        ),
        (cards(card(0)), .wrongCount, "interactive.action.cards"),
        (cards(card(0), card(2)), .invalidValue, "interactive.action"),
        (cards(card(0), card(0)), .invalidValue, "interactive.action"),
        (cards(card(1), card(2)), .invalidValue, "interactive.action"),
        (cards(card(0), card(1, catalog: "other")), .conflict, "interactive.action.cards[1]"),
        (cards(card(0), card(1, text: "a\\nb\\nc\\nd")), .lineBreak, "interactive.action.cards[1].body.text"),
        (
            cards(card(0), card(1, text: String(repeating: "a", count: 161))), .tooLong,
            "interactive.action.cards[1].body.text"
        ),
        (
            interactive("carousel", #""header": {"type": "text", "text": "a"}, "action": {"cards": [\#(card(0)), \#(card(1))]}"#),
            .unknownField, "interactive.header"
        ),
        (
            interactive("product", #""header": {"type": "text", "text": "a"}, "action": {"catalog_id": "1", "product_retailer_id": "2"}"#),
            .unknownField, "interactive.header"
        ),
        (
            interactive("product_list", #""action": {"catalog_id": "1", "sections": [\#(products(2))]}"#),
            .missingField, "interactive"
        ),
        (
            interactive(
                "product_list",
                #""header": {"type": "text", "text": "a"}, "action": {"catalog_id": "1", "sections": [\#(products(16)), \#(products(15))]}"#),
            .wrongCount, "interactive.action"
        ),
        (interactive("catalog_message", #""action": {"name": "catalog"}"#), .unknownWord, "interactive.action.name"),
    ] as [Mistake])
    func withButtons(mistake: Mistake) throws { try expect(mistake) }
}
