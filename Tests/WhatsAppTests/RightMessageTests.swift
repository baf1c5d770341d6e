import Testing

@testable import WhatsApp

/// Messages without mistakes, and what deserves a look all the same.
@Suite struct RightMessageTests {
    private func findings(_ json: String) throws -> (Tree, ShapeCheck, Typed?) {
        let tree = try Tree(json)
        var check = ShapeCheck(now: present)
        let typed = check.typed(tree.root, as: .message)
        return (tree, check, typed)
    }

    @Test(arguments: [
        message("text", #"{"body": "Hello https://a.example/b", "preview_url": true}"#),
        message("text", #"{"body": "Überall (HTTPS://a.example), ja", "preview_url": true}"#),
        message("text", #"{"body": "Hello", "preview_url": "false"}"#),
        #"{"type": "text", "text": {"body": 12}, "biz_opaque_callback_data": "row 1"}"#,
        message("image", #"{"link": "https://a.b/c.png?x=1", "caption": "C"}"#),
        message("video", #"{"link": "HTTPS://a.b:8443/c"}"#),
        message("document", #"{"link": "https://bücher.example/c.pdf", "filename": "c.pdf", "caption": "c"}"#),
        message("audio", #"{"link": "https://a.b/c.ogg", "voice": true}"#),
        message("sticker", #"{"link": "https://a.b/c.webp"}"#),
        message("location", #"{"latitude": "-90", "longitude": 180.0, "name": "N", "address": "A"}"#),
        Sample.contact(
            #"""
            "birthday": "1990-04-17", "org": {"company": "C", "department": "", "title": "T"},
            "phones": [{"phone": "+1", "type": "WORK", "wa_id": "1500"}], "emails": [{"email": "a@b", "type": "HOME"}],
            "urls": [{"url": "https://a", "type": "WORK"}],
            "addresses": [{"street": "S", "city": "C", "state": "S", "zip": "Z", "country": "I", "country_code": "IE"}]
            """#),
        message("reaction", #"{"message_id": "wamid.1", "emoji": "👍🏽"}"#),
        Sample.buttons("a", "b", "c"),
        interactive(
            "button",
            #"""
            "header": {"type": "document", "document": {"link": "https://a.b"}}, "footer": {"text": "F"},
            "action": {"buttons": [{"type": "reply", "reply": {"id": "a", "title": "🎉 Yes"}}]}
            """#
        ),
        Sample.list(
            Sample.section("A", 1...5) + ", " + Sample.section("B", 6...10)
        ),
        interactive("cta_url", #""action": \#(Sample.link("https://a.example"))"#),
        interactive("location_request_message", #""action": {"name": "send_location"}"#),
        Sample.cards(Sample.card(1), Sample.card(0)),
        Sample.flow(#""flow_name": "a", "flow_action_payload": {"screen": "S", "data": {"a": [1, null]}}"#),
        Sample.flow(#""flow_id": "1", "flow_action": "data_exchange", "mode": "published""#),
        interactive(
            "flow",
            #""action": {"mode": "published", "parameters": {"flow_message_version": 3, "flow_cta": "A", "flow_id": 1}}"#
        ),
        message("template", #"{"template_id": "5f1b7c1e-2a0d-4c7b-9a35-0c8a1f6d2e90"}"#),
        template(),
        template(
            #"{"type": "header", "parameters": [{"type": "image", "image": {"link": "https://a.b/c"}}]}"#,
            body(text("a   b"), #"{"type": "date_time", "date_time": {"fallback_value": "1 May"}}"#),
            button("url", text("x?y=1")), button("quick_reply", text("p"), index: #""1""#)),
        TemplateSample.money(#""fallback_value": "1 EUR", "code": "EUR", "amount_1000": -1000"#),
        template(
            button("flow", #"{"type": "action", "action": {"flow_token": "t", "flow_action_data": {"a": {"b": 1}}}}"#)),
    ])
    func `a right message has no findings`(json: String) throws {
        let (_, check, typed) = try findings(json)
        #expect(check.findings.map(\.message) == [])
        #expect(check.deferred.isEmpty)
        #expect(typed != nil)
    }

    @Test(
        arguments: [
            (message("text", #"{"body": "\#(letters(1601))"}"#), .mayBeTooLong, "text.body"),
            (message("text", #"{"body": "\#(String(repeating: "語", count: 1400))"}"#), .mayBeTooLong, "text.body"),
            (message("text", #"{"body": "no address", "preview_url": true}"#), .doubtfulValue, "text.body"),
            (
                message("text", #"{"body": "http://127.0.0.1/x https://a.b", "preview_url": true}"#), .doubtfulValue,
                "text.body"
            ),
            (#"{"type": "text", "text": {"body": "a"}, "context": {"message_id": "w"}}"#, .notListed, "context"),
            (message("image", #"{"link": "http://a.b/c"}"#), .insecureLink, "image.link"),
            (message("image", #"{"link": "https://a.b/c?X-Amz-Date=1"}"#), .expiringLink, "image.link"),
            (message("image", #"{"link": "https://a.b/c?a=1&Expires=1"}"#), .expiringLink, "image.link"),
            (message("image", #"{"link": "https://a.b/c?Signature=1"}"#), .expiringLink, "image.link"),
            (message("image", #"{"link": "https://a.b/c?Policy=1"}"#), .expiringLink, "image.link"),
            (message("image", #"{"link": "https://scontent.xx.fbcdn.net/c"}"#), .expiringLink, "image.link"),
            (message("image", #"{"id": "1"}"#), .notListed, "image.id"),
            (
                message("image", #"{"link": "https://a.b/c", "caption": "\#(String(repeating: "🎉", count: 513))"}"#),
                .mayBeTooLong, "image.caption"
            ),
            (message("document", #"{"link": "https://a.b/c", "filename": "c"}"#), .doubtfulValue, "document.filename"),
            (
                message("contacts", "[\(Array(repeating: Self.noor, count: 6).joined(separator: ", "))]"), .wrongCount,
                "contacts"
            ),
            (message("contacts", #"[{"name": {"formatted_name": "N"}}]"#), .missingField, "contacts[0].name"),
            (
                Sample.contact(#""addresses": [{"country_code": "Ireland"}]"#), .doubtfulValue,
                "contacts[0].addresses[0].country_code"
            ),
            (
                message(
                    "interactive",
                    Sample.longList(1025)
                ),
                .mayBeTooLong, "interactive.body.text"
            ),
            (
                Sample.list(#"{"rows": [{"id": "a", "title": "🎉"}]}"#), .doubtfulValue,
                "interactive.action.sections[0].rows[0].title"
            ),
            (
                interactive("cta_url", #""action": \#(Sample.link("http://a.b"))"#), .insecureLink,
                "interactive.action.parameters.url"
            ),
            (
                Sample.flow(#""flow_id": "1", "mode": "draft""#), .doubtfulValue,
                "interactive.action.parameters.mode"
            ),
            (
                interactive("product", #""action": {"catalog_id": "1", "product_retailer_id": "2"}"#), .notListed,
                "interactive.type"
            ),
            (
                interactive(
                    "product_list",
                    Sample.catalogue(Sample.products(30))
                ),
                .notListed, "interactive.type"
            ),
            (
                interactive("catalog_message", #""action": {"name": "catalog_message"}"#), .notListed,
                "interactive.type"
            ),
            (message("template", #"{"template_id": "1234567890"}"#), .doubtfulValue, "template.template_id"),
            (
                message("template", #"{"name": "a", "language": {"code": "en_XX"}}"#), .unknownLanguage,
                "template.language.code"
            ),
            (
                message("template", #"{"name": "a", "language": {"code": "en", "policy": "fallback"}}"#),
                .doubtfulValue,
                "template.language.policy"
            ),
            (template(body(text("a    b"))), .fourSpaces, "template.components[0].parameters[0].text"),
            (
                template(body(text(letters(1025)))), .mayBeTooLong,
                "template.components[0].parameters[0].text"
            ),
            (template(button("url", text("https://a.b"))), .doubtfulValue, "template.components[0].parameters[0].text"),
            (
                template(body(#"{"type": "text", "text": "a", "parameter_name": "b"}"#)), .notListed,
                "template.components[0].parameters[0].parameter_name"
            ),
            (message("document", #"{"link": "https://a.b/c.ZIP?d=e.pdf"}"#), .doubtfulValue, "document.link"),
            (message("image", #"{"link": "https://a.b/c.gif"}"#), .doubtfulValue, "image.link"),
            (message("sticker", #"{"link": "https://a.b/c.png"}"#), .doubtfulValue, "sticker.link"),
            (message("audio", #"{"link": "https://a.b/c.mp3", "voice": true}"#), .doubtfulValue, "audio.link"),
            (message("video", #"{"link": "https://a.b/c", "filename": "c"}"#), .doubtfulValue, "video.filename"),
            (message("image", #"{"link": "http://a.b/c?Signature=1"}"#), .expiringLink, "image.link"),
            (
                message("image", #"{"link": "https://a.b/c", "caption": "\#(String(repeating: "ä", count: 600))"}"#),
                .mayBeTooLong, "image.caption"
            ),
            (template(#"{"type": "body"}"#), .missingField, "template.components[0]"),
            (template(button("url", text("a b"))), .doubtfulValue, "template.components[0].parameters[0].text"),
            (
                message("document", #"{"link": "https://a.b/c", "filename": "Offer no. 3.pages"}"#), .doubtfulValue,
                "document.filename"
            ),
            (
                template(button("quick_reply", #"{"type": "payload", "payload": "a"}"#)), .notListed,
                "template.components[0].parameters[0].type"
            ),
            (
                TemplateSample.header(#"{"type": "location", "location": {"latitude": "1", "longitude": "2"}}"#),
                .notListed, "template.components[0].parameters[0].type"
            ),
            (
                TemplateSample.carousel(TemplateSample.card(0), TemplateSample.card(1)), .notListed,
                "template.components[0].type"
            ),
        ] as [Mistake])
    func `what deserves a look is a warning, and no error`(json: String, code: Problem.Code, path: Path) throws {
        let (tree, check, typed) = try findings(json)
        #expect(check.findings.map { Found($0) } == [Found(code, path, in: tree)])
        #expect(check.errors == [])
        #expect(typed != nil)
    }

    @Test func `what is listed nowhere is warned of`() throws {
        let coupon = button("copy_code", TemplateSample.code("SUMMER25"))
        let brief = template(
            TemplateSample.offerPart(), body(text(letters(300)), text(letters(300))), button("url", text(letters(601))))
        for json in [template(coupon), brief, Self.quickReplies, Self.products] {
            let (_, check, typed) = try findings(json)
            #expect(check.findings.allSatisfy { $0.problem.code == .notListed && $0.isWarning })
            #expect(check.findings.count >= 2)
            #expect(typed != nil)
        }
    }

    @Test(arguments: ["b2_c", "ab", "Ab", "a-b", "a b", "é"])
    func `a doubtful name of a placeholder is warned of`(name: String) throws {
        let (_, check, _) = try findings(
            template(body(#"{"type": "text", "text": "a", "parameter_name": "\#(name)"}"#)))
        let isPlain = ["b2_c", "ab"].contains(name)
        #expect(check.findings.map(\.problem.code) == [.notListed] + (isPlain ? [] : [.doubtfulValue]))
        #expect(check.errors == [])
    }

    @Test(
        arguments: [
            ("https://a.b/c.pdf", nil), ("https://a.b/c.d/e", nil), ("https://a.zip", nil),
            ("https://a.b/c.zip#d", "zip"),
            ("c.docx", nil), ("c", nil), ("c.d e", nil), ("a.zip/#3.DOC", nil), ("#3.gz", "gz"),
        ] as [(String, String?)])
    func `a document of a type that is not listed is told of`(name: String, type: String?) {
        let message = type.map { "ends in .\($0); documents may be txt, pdf, doc, docx, xls, xlsx, ppt, pptx" }
        #expect(Advice.fileType(.document).problem(in: name)?.predicate == message)
    }

    @Test(
        arguments: [(1, [.notListed, .notListed, .expiresSoon]), (30 * 86_400_000 + 1, [.notListed, .notListed])]
            as [(Int, [Problem.Code])])
    func `an offer that ends soon is warned of`(milliseconds: Int, codes: [Problem.Code]) throws {
        let (_, check, _) = try findings(TemplateSample.offer("\(present + milliseconds)"))
        #expect(check.findings.map(\.problem.code) == codes)
        #expect(check.errors == [])
    }

    @Test func `a long id of a quick reply is told of`() throws {
        let long = Self.quickReplies.replacing("yes", with: String(repeating: "y", count: 21))
        let (_, check, _) = try findings(long)
        #expect(
            check.findings.filter { $0.problem.code != .notListed }.map { Found($0).path } == [
                "interactive.action.cards[0].action.buttons[0].quick_reply.id",
                "interactive.action.cards[1].action.buttons[0].quick_reply.id",
            ])
    }

    @Test(arguments: [("text", true), ("interactive", true), ("image", true), ("template", false)])
    func `every message but a template is free-form`(type: String, isFreeForm: Bool) throws {
        #expect(try Tree(message(type, "{}")).root.isFreeForm == isFreeForm)
    }

    private static let noor = #"{"name": {"formatted_name": "Noor", "first_name": "Noor"}}"#

    private static let quickReplies = Sample.cards(
        (0...1).map { index in
            """
            {"card_index": \(index), "type": "button", "header": {"type": "video", "video": {"link": "https://a.b"}},
            "action": {"buttons": [{"type": "quick_reply", "quick_reply": {"id": "yes", "title": "Yes"}}]}}
            """
        }.joined(separator: ", "))

    private static let products = template(
        button(
            "mpm",
            #"""
            {"type": "action", "action": {"thumbnail_product_retailer_id": "1", "sections": [\#(Sample.products(3))]}}
            """#
        ),
        button("catalog", #"{"type": "action", "action": {"thumbnail_product_retailer_id": "1"}}"#, index: "1"))
}
