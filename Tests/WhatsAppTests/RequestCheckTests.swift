import Testing
import WhatsApp

/// Whole requests, and the codes that Telnyx has for what is wrong with them.
@Suite struct RequestCheckTests {
    private static func request(
        from: String = #""+15005550100""#, to: String = #""+15005550123""#,
        message: String = message("text", #"{"body": "a"}"#),
        more: String = ""
    ) -> String {
        #"{"from": \#(from), "to": \#(to), "type": "WHATSAPP", "whatsapp_message": \#(message)\#(more)}"#
    }

    @Test(arguments: [
        request(),
        request(to: #""US.13491208655302741918""#),
        request(message: template(body(text("a")), button("url", text("b")))),
        request(message: message("image", #"{"link": "http://a.b/c"}"#)),
        request(message: TemplateSample.offer("\(present + 1)")),
        request(
            more: #", "webhook_url": "https://a.b/c", "messaging_profile_id": "5F1B7C1E-2a0d-4c7b-9a35-0c8a1f6d2e90""#),
        #"{"to": "+15005550123", "from": "+15005550100", "whatsapp_message": \#(message("text", #"{"body": "a"}"#))}"#,
    ])
    func `a right request has no problem`(json: String) {
        #expect(RequestCheck.problems(in: Array(json.utf8), now: present) == [])
    }

    @Test(arguments: [
        ("", "10023", ""),
        ("{", "10023", ""),
        (#"{"from": }"#, "10023", ""),
        ("[]", "10015", ""),
        ("12", "10015", ""),
        (request(from: "null"), "10026", "/from"),
        (request(from: "15005550100"), "10026", "/from"),
        (request(from: #""15005550100""#), "10016", "/from"),
        (request(from: #""US.1349""#), "10016", "/from"),
        (request(to: #""+1 500 555 0123""#), "10016", "/to"),
        (request(to: #""""#), "10004", "/to"),
        (request(more: #", "tags": []"#), "10027", "/tags"),
        (request(more: #", "webhook_url": "a.b""#), "10003", "/webhook_url"),
        (request(more: #", "messaging_profile_id": "1""#), "10027", "/messaging_profile_id"),
        (request(message: "{}"), "10004", "/whatsapp_message"),
        (request(message: #"{"type": "sms"}"#), "10032", "/whatsapp_message/type"),
        (request(message: message("text", #"{"body": 5}"#)), "10026", "/whatsapp_message/text/body"),
        (
            request(message: TemplateSample.offer("\(present - 1)")), "10033",
            "/whatsapp_message/template/components/0/parameters/0/limited_time_offer/expiration_time_ms"
        ),
        (
            request(message: template(button("url", text("a"), index: #""0""#))), "10026",
            "/whatsapp_message/template/components/0/index"
        ),
        (
            request(message: template(button("url", text("a"), index: "12"))), "10033",
            "/whatsapp_message/template/components/0/index"
        ),
        (
            request(message: message("text", #"{"body": "\#(letters(4097))"}"#)), "10025",
            "/whatsapp_message/text/body"
        ),
        (request(message: message("image", #"{"link": "x"}"#)), "10003", "/whatsapp_message/image/link"),
        (
            #"{"from": "+15005550100", "to": "+15005550100", "whatsapp_message": {"type": "text", "text": {"body": "a"}}}"#,
            "10027", "/to"
        ),
        (
            request(message: template(body(text(#"a\nb"#)))), "10027",
            "/whatsapp_message/template/components/0/parameters/0/text"
        ),
        (
            request(message: template(#"{"type": "body", "$if": "x", "parameters": [\#(text("a"))]}"#)), "10027",
            "/whatsapp_message/template/components/0/$if"
        ),
    ])
    func `a wrong request has a code and a pointer`(json: String, code: String, pointer: String) {
        let problems = RequestCheck.problems(in: Array(json.utf8), now: present)
        #expect(problems.map(\.code) == [code])
        #expect(problems.map(\.pointer) == [pointer])
    }

    @Test func `everything is reported in words`() {
        #expect(
            RequestCheck.problems(
                in: Array(#"{"from": "1", "type": "whatsapp", "whatsapp_message": 1}"#.utf8), now: present) == [
                    RequestProblem(
                        code: "10004", title: "Missing required parameter",
                        detail: "The request needs the field 'to' (the recipient).", pointer: ""),
                    RequestProblem(
                        code: "10016", title: "Phone number must be in +E.164 format",
                        detail: "from is '1', not a number of the form +15005550123.", pointer: "/from"),
                    RequestProblem(
                        code: "10032", title: "Invalid enum value",
                        detail: "type is 'whatsapp'; it must be 'WHATSAPP'.", pointer: "/type"),
                    RequestProblem(
                        code: "10026", title: "Invalid value type",
                        detail: "whatsapp_message is a number; a mapping with 'type' is needed.",
                        pointer: "/whatsapp_message"),
                ])
    }

    @Test func `a request that is not UTF-8 has a code`() {
        let problems = RequestCheck.problems(
            in: Array(#"{"from": ""#.utf8) + [0xFF, 0xFE] + Array(#""}"#.utf8), now: present)
        #expect(problems.map(\.code) == ["10028"])
    }
}
