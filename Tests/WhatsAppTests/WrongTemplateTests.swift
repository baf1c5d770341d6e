import Testing

@testable import WhatsApp

/// Mistakes in approved templates and their values, one each, and what the sentences say.
@Suite struct WrongTemplateTests {
    @Test(
        arguments: [
            (message("template", "{}"), .missingField, "template"),
            (message("template", #"{"name": "hello"}"#), .missingField, "template"),
            (message("template", #"{"language": {"code": "en"}}"#), .missingField, "template"),
            (message("template", #"{"name": "Hello", "language": {"code": "en"}}"#), .invalidValue, "template.name"),
            (message("template", #"{"name": "hello", "language": "en"}"#), .wrongKind, "template.language"),
            (
                message("template", #"{"name": "hello", "language": {"code": "pt-BR"}}"#), .invalidValue,
                "template.language.code"
            ),
            (message("template", #"{"template_id": "a", "components": {}}"#), .wrongKind, "template.components"),
            (message("template", #"{"template_id": "a", "parameters": []}"#), .unknownField, "template.parameters"),
            (template(#"{"type": "foot"}"#), .unknownWord, "template.components[0].type"),
            (
                template(
                    #"{"type": "header", "parameters": [{"type": "text", "text": "a", "parameter_name": "b"}]}"#,
                    body(text("c"))),
                .missingField, "template.components[1]"
            ),
            (
                template(#"{"type": "BODY", "parameters": [\#(text("a"))]}"#), .unknownWord,
                "template.components[0].type"
            ),
            (template(#"{"type": "body", "parameters": []}"#), .wrongCount, "template.components[0].parameters"),
            (template(body()), .wrongCount, "template.components[0].parameters"),
            (template(body(text("a")), body(text("b"))), .duplicateValue, "template.components[1].type"),
            (template(body(text(""))), .missingValue, "template.components[0].parameters[0].text"),
            (template(body(text(" "))), .missingValue, "template.components[0].parameters[0].text"),
            (template(body(text(#"a\nb"#))), .lineBreak, "template.components[0].parameters[0].text"),
            (template(body(text(#"a\tb"#))), .lineBreak, "template.components[0].parameters[0].text"),
            (template(body(text("a     b"))), .tooManySpaces, "template.components[0].parameters[0].text"),
            (
                template(body(text(letters(32769)))), .tooLong,
                "template.components[0].parameters[0].text"
            ),
            (
                template(body(#"{"type": "image", "image": {"id": "1"}}"#)), .unknownWord,
                "template.components[0].parameters[0].type"
            ),
            (
                template(body(#"{"type": "text", "value": "a", "text": "a"}"#)), .unknownField,
                "template.components[0].parameters[0].value"
            ),
            (
                template(body(text("a"), #"{"type": "text", "text": "a", "parameter_name": "b"}"#)), .missingField,
                "template.components[0].parameters[0]"
            ),
            (
                template(
                    body(
                        #"{"type": "text", "text": "a", "parameter_name": "b"}"#,
                        #"{"type": "text", "text": "a", "parameter_name": "b"}"#)),
                .duplicateValue, "template.components[0].parameters[1].parameter_name"
            ),
            (TemplateSample.header(text("a"), text("b")), .wrongCount, "template.components[0].parameters"),
            (
                TemplateSample.header(text(letters(61))), .tooLong,
                "template.components[0].parameters[0].text"
            ),
            (
                TemplateSample.header(#"{"type": "image", "image": {"url": "https://a.b", "id": "1"}}"#), .unknownField,
                "template.components[0].parameters[0].image.url"
            ),
            (
                TemplateSample.header(#"{"type": "image", "image": {}}"#), .missingField,
                "template.components[0].parameters[0].image"
            ),
            (
                TemplateSample.header(#"{"type": "location", "location": {"latitude": "1"}}"#), .missingField,
                "template.components[0].parameters[0].location"
            ),
            (
                TemplateSample.money(#""fallback_value": "1 EUR", "code": "eur", "amount_1000": 1000"#), .invalidValue,
                "template.components[0].parameters[0].currency.code"
            ),
            (
                TemplateSample.money(#""fallback_value": "1 EUR", "code": "EUR", "amount_1000": 1.5"#), .notANumber,
                "template.components[0].parameters[0].currency.amount_1000"
            ),
            (
                TemplateSample.money(#""code": "EUR", "amount_1000": 1"#), .missingField,
                "template.components[0].parameters[0].currency"
            ),
            (
                template(body(#"{"type": "date_time", "date_time": {}}"#)), .missingField,
                "template.components[0].parameters[0].date_time"
            ),
            (template(#"{"type": "button", "index": 0, "parameters": []}"#), .missingField, "template.components[0]"),
            (
                template(#"{"type": "button", "sub_type": "url", "parameters": [\#(text("a"))]}"#), .missingField,
                "template.components[0]"
            ),
            (template(button("call", text("a"))), .unknownWord, "template.components[0].sub_type"),
            (template(button("url", text("a"), index: "10")), .outOfRange, "template.components[0].index"),
            (template(button("url", text("a"), index: #""first""#)), .notANumber, "template.components[0].index"),
            (template(button("url", text("a"), index: #""01""#)), .notANumber, "template.components[0].index"),
            (template(button("url", text("a"), index: "true")), .wrongKind, "template.components[0].index"),
            (
                template(button("url", text("a")), button("url", text("b"))), .duplicateValue,
                "template.components[1].index"
            ),
            (
                template(button("url", #"{"type": "payload", "payload": "a"}"#)), .unknownWord,
                "template.components[0].parameters[0].type"
            ),
            (
                template(button("copy_code", TemplateSample.code("SUMMER-25"))), .invalidValue,
                "template.components[0].parameters[0].coupon_code"
            ),
            (
                template(button("copy_code", TemplateSample.code("ABCDEFGHIJ123456"))), .tooLong,
                "template.components[0].parameters[0].coupon_code"
            ),
            (
                template(
                    button("copy_code", TemplateSample.code("A")),
                    button("copy_code", TemplateSample.code("B"), index: "1")), .duplicateValue,
                "template.components[1].sub_type"
            ),
            (
                template(button("flow", #"{"type": "action", "action": {"flow_action_data": "x"}}"#)), .wrongKind,
                "template.components[0].parameters[0].action.flow_action_data"
            ),
            (TemplateSample.offer("1790000000"), .outOfRange, offerEnd),
            (TemplateSample.offer("\(present)"), .expired, offerEnd),
            (
                template(TemplateSample.offerPart(), body(text(letters(300)), text(letters(301)))), .tooLong,
                "template.components[1]"
            ),
            (TemplateSample.carousel(TemplateSample.card(0)), .wrongCount, "template.components[0].cards"),
            (
                TemplateSample.carousel(
                    TemplateSample.card(0, body(text(letters(81)), text(letters(80)))),
                    TemplateSample.card(1, body(text(letters(80)), text(letters(80))))), .tooLong,
                "template.components[0].cards[0].components[0]"
            ),
            (
                TemplateSample.carousel(TemplateSample.card(0), TemplateSample.card(2)), .invalidValue,
                "template.components[0]"
            ),
            (
                TemplateSample.carousel(TemplateSample.card(0), TemplateSample.card(1, button("url", text("a")))),
                .conflict, "template.components[0].cards[1]"
            ),
            (
                TemplateSample.carousel(
                    TemplateSample.card(0, body(text(letters(161)))),
                    TemplateSample.card(1, body(text("a")))), .tooLong,
                "template.components[0].cards[0].components[0].parameters[0].text"
            ),
        ] as [Mistake])
    func `a mistake in a template has a code and a place`(mistake: Mistake) throws { try expect(mistake) }

    private static let offerEnd: Path =
        "template.components[0].parameters[0].limited_time_offer.expiration_time_ms"

    @Test(arguments: [
        (
            message("image", #"{"id": "1", "url": "https://a.b"}"#),
            "image.url is no field of an image. Did you mean 'link'?"
        ),
        (
            interactive(
                "list",
                #"""
                "header": {"type": "text", "text": "a", "subtext": "b"}, "action": \#(Sample.listAction)
                """#),
            "interactive.header.subtext is no field of a header of text. Did you mean 'sub_text'?"
        ),
        (
            message("location", #"{"latitude": 1, "longitude": 2, "zzzzzz": 3}"#),
            "location.zzzzzz is no field of a location. Its fields are latitude, longitude, name, address."
        ),
        (
            #"{"type": "text", "text": {"body": "a"}, "image": {}}"#, "image belongs only where 'type' is 'image'."
        ),
        (
            interactive("carousel", #""footer": {}, "action": {"cards": []}"#),
            "interactive.action.cards has 0 elements; at least 2 needed."
        ),
        (#"{"type": "txt"}"#, #"type is 'txt'; it must be \#(types). Did you mean 'text'?"#),
        (#"{"type": "sms", "text": {}}"#, #"type is 'sms'; it must be \#(types). Did you mean 'text'?"#),
        (#"{"text": {}}"#, "The message needs the field 'type': \(types). Did you mean 'text'?"),
        (
            interactive("carousel", #""action": {"cards": [\#(Sample.card(0))]}"#),
            "interactive.action.cards has 1 element; at least 2 needed."
        ),
        (
            TemplateSample.offer("1785500001"),
            "template.components[0].parameters[0].limited_time_offer.expiration_time_ms has 10 digits; Unix time in "
                + "milliseconds is needed, which has 13."
        ),
        (
            TemplateSample.offer("1785499999999"),
            "template.components[0].parameters[0].limited_time_offer.expiration_time_ms is 2026-07-31T12:13:19Z, "
                + "which is over; it must be a moment still to come, in milliseconds."
        ),
        ("{}", "The message needs the field 'type': \(types)."),
        (message("text", "{}"), "text needs the field 'body' (what it says)."),
        (
            message("image", #"{"link": "a"}"#),
            "image.link is 'a', not an address of the form https://host/path."
        ),
        (
            message("image", #"{"link": "https://a.example/b.jpg "}"#),
            "image.link is 'https://a.example/b.jpg '; a space cannot stand in an address."
        ),
        (
            message("image", #"{"link": "https://a.example/?b=1|2"}"#),
            "image.link is 'https://a.example/?b=1|2'; '|' cannot stand in an address."
        ),
        (
            message("contacts", #"[{"name": {"formatted_name": "a", "first_name": "b"}, "birthday": "x"}]"#),
            "contacts[0].birthday is 'x'; a date looks like '1990-04-17'."
        ),
        (template(body(text(""))), "template.components[0].parameters[0].text is empty; a value is needed."),
        (
            template(button("url", text("a"), index: "10")),
            "template.components[0].index is 10; it must be from 0 to 9."
        ),
        (
            message("location", #"{"latitude": 91, "longitude": 2}"#),
            "location.latitude is 91; it must be from -90 to 90."
        ),
    ])
    func `a mistake is told in a sentence`(json: String, sentence: String) throws {
        var check = ShapeCheck(now: present)
        _ = check.typed(try Tree(json).root, as: .message)
        #expect(check.errors.map(\.message).contains(sentence))
    }

    private static let types =
        "'text', 'image', 'video', 'document', 'audio', 'sticker', 'location', 'contacts', 'reaction', 'interactive' "
        + "or 'template'"

    @Test func `a field that stands there twice is told of`() {
        let place = Place(line: 3, column: 7)
        let body = { (place: Place) in Member(name: "body", at: place, value: Node(.literal("a", .string))) }
        let text = Node(.object([body(.none), body(place)]))
        var check = ShapeCheck(now: present)
        #expect(check.typed(text, as: .object(ObjectShape("a", [.required("body", .text(), "b")]))) != nil)
        #expect(check.findings.map { Found($0) } == [Found(.duplicateField, "body", place)])
    }
}
