import Testing

@testable import Campaigns

/// Rows that break a limit of WhatsApp's, one of each kind, in every type of message.
@Suite struct WrongRowTests {
    struct Case: Sendable {
        let template: String
        let cell: String
        let code: String
        let subject: String

        init(_ template: String, _ cell: String, _ code: String, _ subject: String) {
            self.template = template
            self.cell = cell
            self.code = code
            self.subject = subject
        }
    }

    private static func repeating(_ count: Int) -> String { String(repeating: "é", count: count) }

    private static func media(_ type: String, _ field: String) -> String {
        "{ type: \(type), \(type): { link: 'https://a.example/b', \(field) } }"
    }

    private static let location = "{ type: location, location: { latitude: '{{ x }}', longitude: 4.8922 } }"
    private static let eastward = "{ type: location, location: { latitude: 52, longitude: '{{ x }}' } }"

    static let simple = [
        Case(media("image", "caption: '{{ x }}'"), repeating(1025), "too_long", "image.caption"),
        Case(media("video", "caption: 'a{{ x }}'"), repeating(1024), "too_long", "video.caption"),
        Case(media("audio", "voice: '{{ x }}'"), "True", "not_a_boolean", "audio.voice"),
        Case("{ type: sticker, sticker: { link: '{{ x }}' } }", "https://", "invalid_url", "sticker.link"),
        Case("{ type: sticker, sticker: { link: '{{ x }}' } }", "https://a b", "invalid_url", "sticker.link"),
        Case("{ type: document, document: { link: '{{ x }}' } }", "javascript:x", "invalid_url", "document.link"),
        Case(location, "90.1", "out_of_range", "location.latitude"),
        Case(location, "52,3731", "not_a_number", "location.latitude"),
        Case(location, "", "missing_value", "location.latitude"),
        Case(eastward, "-180.5", "out_of_range", "location.longitude"),
        Case(eastward, "nan", "not_a_number", "location.longitude"),
        Case(
            "{ type: reaction, reaction: { message_id: '{{ x }}', emoji: x } }", "", "missing_value",
            "reaction.message_id"),
        Case(
            "{ type: contacts, contacts: [{ name: { formatted_name: '{{ x }}', first_name: a } }] }", "",
            "missing_value", "contacts[0].name.formatted_name"),
        Case(
            "{ type: contacts, contacts: [{ name: { formatted_name: a, first_name: a }, birthday: '{{ x }}' }] }",
            "17.4.1990", "invalid_value", "contacts[0].birthday"),
        Case(
            "{ type: text, text: { body: a }, biz_opaque_callback_data: '{{ x }}' }", repeating(513), "too_long",
            "biz_opaque_callback_data"),
        Case("{ type: text, text: { body: '{{ x | times: 2 }}' } }", "two", "placeholder", "text.body"),
        Case("{ type: text, text: { body: '{{ 2 | divided_by: x }}' } }", "0", "placeholder", "text.body"),
        Case("{ type: text, text: { body: '{% if x > 3 %}a{% endif %}b' } }", "three", "placeholder", "text.body"),
    ]

    private static func interactive(_ type: String, _ action: String, _ more: String = "body: { text: a }") -> String {
        "{ type: interactive, interactive: { type: \(type), \(more), action: \(action) } }"
    }

    private static func buttons(_ id: String, _ title: String) -> String {
        interactive(
            "button",
            "{ buttons: [{ type: reply, reply: { id: a, title: A } }, { type: reply, reply: { id: \(id), title: \(title) } }] }"
        )
    }

    private static func rows(_ row: String) -> String {
        interactive("list", "{ button: a, sections: [{ rows: [{ id: a, title: A }, \(row)] }] }")
    }

    private static func link(_ text: String, _ url: String) -> String {
        interactive("cta_url", "{ name: cta_url, parameters: { display_text: \(text), url: \(url) } }")
    }

    private static let inner = "interactive.action"

    static let interactives = [
        Case(buttons("b", "'{{ x }}'"), repeating(21), "too_long", "\(inner).buttons[1].reply.title"),
        Case(buttons("'{{ x }}'", "B"), repeating(257), "too_long", "\(inner).buttons[1].reply.id"),
        Case(buttons("'{{ x }}'", "B"), " b", "invalid_value", "\(inner).buttons[1].reply.id"),
        Case(buttons("'{{ x }}'", "B"), "a", "duplicate_value", "\(inner).buttons[1].reply.id"),
        Case(buttons("b", "'{{ x }}'"), "A", "duplicate_value", "\(inner).buttons[1].reply.title"),
        Case(rows("{ id: '{{ x }}', title: B }"), "a", "duplicate_value", "\(inner).sections[0].rows[1].id"),
        Case(rows("{ id: b, title: '{{ x }}' }"), repeating(25), "too_long", "\(inner).sections[0].rows[1].title"),
        Case(
            rows("{ id: b, title: B, description: '{{ x }}' }"), repeating(73), "too_long",
            "\(inner).sections[0].rows[1].description"),
        Case(link("'{{ x }}'", "'https://a.example'"), "", "missing_value", "\(inner).parameters.display_text"),
        Case(link("a", "'{{ x }}'"), "a.example", "invalid_url", "\(inner).parameters.url"),
        Case(
            interactive("location_request_message", "{ name: send_location }", "body: { text: '{{ x }}' }"),
            repeating(1025), "too_long", "interactive.body.text"),
        Case(
            interactive(
                "button", "{ buttons: [{ type: reply, reply: { id: a, title: A } }] }",
                "header: { type: text, text: '{{ x }}' }, body: { text: a }"),
            repeating(61), "too_long", "interactive.header.text"),
    ]

    private static func template(_ component: String) -> String {
        "{ type: template, template: { name: a, language: { code: en }, components: [\(component)] } }"
    }

    private static func body(_ parameter: String) -> String {
        template("{ type: body, parameters: [\(parameter)] }")
    }

    private static let parameter = "template.components[0].parameters[0]"

    static let templates = [
        Case(
            body("{ type: currency, currency: { fallback_value: a, code: EUR, amount_1000: '{{ x }}' } }"), "4.5",
            "not_a_number", "\(parameter).currency.amount_1000"),
        Case(
            body("{ type: currency, currency: { fallback_value: a, code: '{{ x }}', amount_1000: 1 } }"), "euro",
            "invalid_value", "\(parameter).currency.code"),
        Case(
            body("{ type: date_time, date_time: { fallback_value: '{{ x }}' } }"), "", "missing_value",
            "\(parameter).date_time.fallback_value"),
        Case(
            template(
                "{ type: button, sub_type: copy_code, index: 0, "
                    + "parameters: [{ type: coupon_code, coupon_code: '{{ x }}' }] }"),
            "SPRING-2026", "invalid_value", "\(parameter).coupon_code"),
        Case(
            interactive(
                "button",
                "{ buttons: [{ $if: x, type: reply, reply: { id: a, title: '{{ x }}' } }] }"),
            "", "wrong_count", "interactive.action.buttons"),
        Case(
            "{ type: image, image: { link: 'https://a.example/b' }, context: { $if: x == 'a', message_id: '{{ y }}' } }",
            "a", "missing_value", "context.message_id"),
        Case(
            template("{ $if: x > 3, type: body, parameters: [{ type: text, text: a }] }"), "three", "condition",
            "$if: x > 3"),
    ]

    @Test(arguments: simple + interactives + templates)
    func `a wrong row has a code, a place and a column`(_ test: Case) throws {
        let problems = try problems(test.template, ["x": test.cell, "y": ""])
        #expect(problems.map(\.code) == [test.code], "\(problems)")
        let message = try #require(problems.first?.message)
        #expect(message.hasPrefix(test.subject + " "), "\(message)")
        #expect(message.contains("Check column"), "\(message)")
    }

    /// No syntax leaves a single text out, so an empty one is left to those who read it.
    @Test(arguments: ["", " "]) func `a text that need not be there may be empty`(_ cell: String) throws {
        #expect(try problems(Self.media("image", "caption: '{{ x }}'"), ["x": cell]).isEmpty)
    }

    /// The same templates have nothing against a good row, so that it is the cell which is wrong.
    @Test func `the templates are right`() throws {
        for test in [Self.simple[0], Self.interactives[3], Self.templates[0]] {
            #expect(try problems(test.template, ["x": "7", "y": ""]).isEmpty)
        }
    }
}
