import AsyncHTTPClient
import FoundationEssentials
import NIOHTTP1
import Sandbox
import Testing

@Suite(.timeLimit(.minutes(1))) struct AnswerTests {
    @Test func `an accepted send has the whole shape`() async throws {
        let answer = try await withClient { try await $0.send(to: "+15005550123") }
        let data = try answer.accepted()

        #expect(answer.status == 200)
        #expect(data.recordType == "message")
        #expect(data.direction == "outbound")
        #expect(data.type == "WHATSAPP")
        #expect(data.id == UUID(uuidString: data.id)?.uuidString.lowercased())
        #expect(data.organizationId != data.messagingProfileId)
        #expect(data.from == .init(phoneNumber: "+15005550100", carrier: "Telnyx", lineType: "Wireless"))
        #expect(data.to == [.init(phoneNumber: "+15005550123", status: "queued", carrier: "", lineType: "")])
        #expect(data.encoding == "utf-8")
        #expect(data.waitSeconds == 0)
        #expect(data.receivedAt.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
    }

    @Test func `a message is echoed byte for byte`() async throws {
        let message = #"{ "type":"text" , "text":{"preview_url":false,"body":"caf\u00e9 \"{,}\" \\"} }"#
        let body = #"{"to":"+15005550123","whatsapp_message":\#(message),"from":"+15005550100","type":"WHATSAPP"}"#

        let answer = try await withClient { try await $0.send(body) }

        #expect(answer.body.hasPrefix(#"{"data":{"body":\#(message),"#))
    }

    @Test func `the profile of the request comes back`() async throws {
        let profile = "1c8d2f60-77b0-4d0c-9a63-2f4e8b7a6c22"
        let body = textMessage(to: "+15005550123").dropLast() + #","messaging_profile_id":"\#(profile)"}"#

        let answer = try await withClient { try await $0.send(String(body)) }

        #expect(try answer.accepted().messagingProfileId == profile)
    }

    @Test func `an accepted message can be asked for`() async throws {
        try await withClient { client in
            let sent = try await client.send(to: "+15005550123").accepted()
            let shown = try await client.get(client.address.baseURL + "/messages/" + sent.id)
            let data = try shown.accepted()

            #expect(shown.status == 200)
            #expect(data.id == sent.id)
            #expect(data.to == sent.to)
            #expect(data.receivedAt == sent.receivedAt)
        }
    }

    @Test func `the deliveries list accepted sends in order`() async throws {
        try await withClient { client in
            let first = try await client.send(to: "+15005550123", key: "a-1").messageID()
            _ = try await client.send(to: "+15005550001", key: "a-2")
            let third = try await client.send(to: "+15005550124").messageID()
            let report = try await client.deliveries()

            #expect(report.total == 2)
            #expect(report.deliveries.map(\.id) == [first, third])
            #expect(report.deliveries.map(\.key) == ["a-1", nil])
            #expect(report.deliveries.map(\.to) == ["+15005550123", "+15005550124"])
        }
    }

    struct BadHeader: Sendable {
        let headers: [(String, String)]
        let status: Int
        let code: String
        let pointer: String?
    }

    @Test(arguments: [
        BadHeader(headers: [("Content-Type", "application/json")], status: 401, code: "10009", pointer: nil),
        BadHeader(headers: [("Authorization", "Bearer ")], status: 401, code: "10009", pointer: nil),
        BadHeader(headers: [("Authorization", "Basic KEY")], status: 401, code: "10009", pointer: nil),
        BadHeader(headers: [("Authorization", "Bearer K K")], status: 401, code: "10009", pointer: nil),
        BadHeader(
            headers: [("Authorization", "Bearer K"), ("Content-Type", "text/plain")],
            status: 415, code: "10014", pointer: "/header/Content-Type"
        ),
        BadHeader(
            headers: [("Authorization", "Bearer K")], status: 415, code: "10014", pointer: "/header/Content-Type"
        ),
        BadHeader(
            headers: SandboxClient.headers + [("Idempotency-Key", "")],
            status: 400, code: "10015", pointer: "/header/Idempotency-Key"
        ),
        BadHeader(
            headers: SandboxClient.headers + [("Idempotency-Key", "a b")],
            status: 400, code: "10015", pointer: "/header/Idempotency-Key"
        ),
        BadHeader(
            headers: SandboxClient.headers + [("Idempotency-Key", String(repeating: "k", count: 256))],
            status: 400, code: "10015", pointer: "/header/Idempotency-Key"
        ),
        BadHeader(
            headers: SandboxClient.headers + [("Idempotency-Key", "a"), ("Idempotency-Key", "b")],
            status: 400, code: "10015", pointer: "/header/Idempotency-Key"
        ),
    ])
    func `a bad header is refused`(_ row: BadHeader) async throws {
        try await withClient { client in
            let answer = try await client.send(textMessage(to: "+15005550123"), headers: row.headers)

            #expect(
                try answer.refusal() == RefusalSummary(status: row.status, code: row.code, pointer: row.pointer)
            )
            let delivered = try await client.deliveries().total
            #expect(delivered == 0)
        }
    }

    @Test(arguments: ["", "{", "[]", #"{"from":"+15005550100"} x"#])
    func `a body that is no JSON object is refused`(_ body: String) async throws {
        let answer = try await withClient { try await $0.send(body) }

        #expect([400, 422].contains(answer.status))
        #expect(try answer.refusal().status == answer.status)
    }

    @Test func `a body beyond one mebibyte is refused`() async throws {
        let body = textMessage(to: "+15005550123", String(repeating: "x", count: 1 << 20))

        let answer = try await withClient { try await $0.send(body) }

        #expect(try answer.refusal() == RefusalSummary(status: 413, code: "10015", pointer: ""))
    }

    @Test(arguments: [
        ("GET", "/v2/messages/whatsapp", 405, "10030"),
        ("POST", "/v2/messages/5a4db0c5-0000-4000-8000-000000000001", 405, "10030"),
        ("POST", "/sandbox/deliveries", 405, "10030"),
        ("GET", "/v2/messages/5a4db0c5-0000-4000-8000-000000000001", 404, "10005"),
        ("GET", "/v2/messages/nothing", 404, "10005"),
        ("GET", "/v2/balance", 404, "10005"),
        ("POST", "/", 404, "10005"),
    ])
    func `other paths and methods are refused`(_ method: String, _ path: String, _ status: Int, _ code: String)
        async throws
    {
        let answer = try await withClient { client in
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(client.address.port)\(path)")
            request.method = HTTPMethod(rawValue: method)
            request.headers = HTTPHeaders(SandboxClient.headers)
            return try await client.execute(request)
        }

        #expect(try answer.refusal() == RefusalSummary(status: status, code: code))
    }
}
