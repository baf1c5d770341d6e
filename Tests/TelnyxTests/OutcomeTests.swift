import NIOHTTP1
import Testing

@testable import Telnyx

@Suite struct OutcomeTests {
    /// An answer and what it means.
    struct Answer: Sendable, CustomTestStringConvertible {
        let status: Int
        let body: String
        let outcome: Outcome
        var headers: [String: String] = [:]

        init(_ status: Int, _ body: String, _ outcome: Outcome, headers: [String: String] = [:]) {
            self.status = status
            self.body = body
            self.outcome = outcome
            self.headers = headers
        }

        var testDescription: String { "\(status) \(headers) \(body.prefix(100))" }

        /// What the program makes of it.
        var read: Outcome {
            Outcome(
                status: status, headers: HTTPHeaders(headers.map { ($0.key, $0.value) }), body: Array(body.utf8),
                now: 1_793_697_164)
        }
    }

    static func error(_ code: String, _ title: String = "Trouble", _ rest: String = "") -> String {
        #"{"errors":[{"code":"\#(code)","title":"\#(title)"\#(rest)}]}"#
    }

    static func withoutID(_ status: Int) -> Outcome {
        .ambiguous("unreadable_answer", "The answer was HTTP \(status) without a message id.")
    }

    static func noEnvelope(_ status: Int) -> Outcome.Reason {
        Outcome.Reason(
            code: "http_\(status)", sentence: "The answer was HTTP \(status) without an error that Telnyx would send.")
    }

    static func unexpected(_ status: Int) -> Outcome {
        .ambiguous(
            "http_\(status)",
            "The answer was HTTP \(status), which Telnyx does not send. Check --base-url and any proxy.")
    }

    static let successes = [
        Answer(200, acceptance, accepted),
        Answer(200, #"{"data":{"id":"m-1"}}"#, .accepted(id: "m-1", waitSeconds: nil)),
        Answer(200, #"{"data":{"id":"m-1","wait_seconds":null}}"#, .accepted(id: "m-1", waitSeconds: nil)),
        Answer(200, #"{"data":{"id":"m-1","wait_seconds":0}}"#, .accepted(id: "m-1", waitSeconds: 0)),
        Answer(
            200, #"{"meta":[],"data":{"record_type":1,"id":"m-1","to":"x","body":[]}}"#,
            .accepted(id: "m-1", waitSeconds: nil)),
        Answer(200, #"{"data":{"id":"m-1","wait_seconds":"12.5"}}"#, .accepted(id: "m-1", waitSeconds: nil)),
        Answer(200, #"{"data":{"id":"m-1","wait_seconds":1e999}}"#, .accepted(id: "m-1", waitSeconds: nil)),
        Answer(201, acceptance, accepted),
        Answer(202, acceptance, accepted),
        Answer(299, acceptance, accepted),
    ]

    static let successesThatProveNothing = [
        Answer(200, "", withoutID(200)),
        Answer(200, "{}", withoutID(200)),
        Answer(200, #"{"data":{}}"#, withoutID(200)),
        Answer(200, #"{"data":{"id":""}}"#, withoutID(200)),
        Answer(200, #"{"data":{"id":" "}}"#, withoutID(200)),
        Answer(200, #"{"data":{"id":"\u200B\u202E"}}"#, withoutID(200)),
        Answer(200, #"{"data":{"id":7}}"#, withoutID(200)),
        Answer(200, #"{"data":{"id":"m\u0000-1"}}"#, withoutID(200)),
        Answer(200, #"{"data":{"id":"\#(String(repeating: "m", count: 201))"}}"#, withoutID(200)),
        Answer(200, #"{"data":{"id":"m-1""#, withoutID(200)),
        Answer(200, "<html>Sign in to the hotel</html>", withoutID(200)),
        Answer(200, error("10015"), withoutID(200)),
        Answer(204, "", withoutID(204)),
    ]

    static let strangers = [
        Answer(100, "", unexpected(100)),
        Answer(199, acceptance, unexpected(199)),
        Answer(300, acceptance, unexpected(300)),
        Answer(302, "", unexpected(302)),
        Answer(399, error("10015"), unexpected(399)),
    ]

    static let ambiguous = [
        Answer(408, error("10008"), .ambiguous("10008", "Trouble.")),
        Answer(408, "", .ambiguous(noEnvelope(408))),
        Answer(500, error("10007"), .ambiguous("10007", "Trouble.")),
        Answer(500, "", .ambiguous(noEnvelope(500))),
        Answer(500, error("20100"), .ambiguous("20100", "Trouble.")),
        Answer(502, "<html>Bad gateway</html>", .ambiguous(noEnvelope(502))),
        Answer(503, error("10037"), .ambiguous("10037", "Trouble.")),
        Answer(503, error("10011"), .ambiguous("10011", "Trouble."), headers: ["Retry-After": "3"]),
        Answer(504, "", .ambiguous(noEnvelope(504))),
        Answer(599, "", .ambiguous(noEnvelope(599))),
        Answer(999, "", .ambiguous(noEnvelope(999))),
        // What is no error of Telnyx's says nothing about the message.
        Answer(400, "", .ambiguous(noEnvelope(400))),
        Answer(400, #"{"errors":[]}"#, .ambiguous(noEnvelope(400))),
        Answer(400, #"{"error":"bad"}"#, .ambiguous(noEnvelope(400))),
        Answer(400, #"{"errors":[{"title":"no code"}]}"#, .ambiguous(noEnvelope(400))),
        Answer(404, "<html>Not found</html>", .ambiguous(noEnvelope(404))),
        Answer(409, "", .ambiguous(noEnvelope(409))),
        Answer(413, "<html>Too large</html>", .ambiguous(noEnvelope(413))),
        Answer(422, error("10027").dropLast(3) + "", .ambiguous(noEnvelope(422))),
        // A key that was used with other bytes: the first request may have gone out.
        Answer(
            422, error("10027", "Reused", #","source":{"pointer":"/header/Idempotency-Key"}"#),
            .ambiguous("10027", "Reused (/header/Idempotency-Key).")),
    ]

    static let refused = [
        Answer(400, error("10015"), .refused("10015", "Trouble.")),
        Answer(400, error("40310", "Invalid 'to' address"), .refused("40310", "Invalid 'to' address.")),
        Answer(400, error("40008", "Undeliverable"), .refused("40008", "Undeliverable.")),
        Answer(402, error("10015"), .refused("10015", "Trouble.")),
        Answer(404, error("10005"), .refused("10005", "Trouble.")),
        Answer(405, error("10030"), .account("10030", "Trouble.")),
        Answer(409, error("10035"), .account("10035", "Trouble.")),
        Answer(415, error("10029"), .account("10029", "Trouble.")),
        Answer(422, error("10027"), .refused("10027", "Trouble.")),
        Answer(
            422, error("10002", "Invalid phone number", #","source":{"pointer":"/to"}"#),
            .refused("10002", "Invalid phone number (/to).")),
        Answer(
            400, error("10015", "Bad", #","source":{"pointer":"/header/Idempotency-Key"}"#),
            .refused("10015", "Bad (/header/Idempotency-Key).")),
        Answer(499, error("99999"), .refused("99999", "Trouble.")),
        // Who is not to be reached is no trouble of the account.
        Answer(403, error("40309"), .refused("40309", "Trouble.")),
        Answer(403, error("130497"), .refused("130497", "Trouble.")),
        Answer(400, error("130403"), .refused("130403", "Trouble.")),
    ]

    @Test(arguments: successes + successesThatProveNothing + strangers + ambiguous + refused)
    func `an answer is exactly one outcome`(_ answer: Answer) { #expect(answer.read == answer.outcome) }

    static let account = [
        Answer(401, error("10009"), .account("10009", "Trouble.")),
        Answer(401, "", .account(noEnvelope(401))),
        Answer(401, "<html>", .account(noEnvelope(401))),
        Answer(403, error("10010"), .account("10010", "Trouble.")),
        Answer(403, error("12345"), .account("12345", "Trouble.")),
        Answer(403, "", .account(noEnvelope(403))),
    ]

    static let accountCodes = [
        "10009", "10010", "10038", "10039", "20001", "20002", "20003", "20006", "20008", "20012", "20013", "20014",
        "20015", "20016", "20017", "20100", "40003", "40013", "40015", "40305", "40311", "40312", "40313", "40314",
        "40315", "40320", "40321", "40331", "40333",
    ].flatMap { code in
        [400, 402, 422].map { Answer($0, error(code), .account(code, "Trouble.")) }
    }

    @Test(arguments: account + accountCodes)
    func `an account that cannot send is told from a bad row`(_ answer: Answer) {
        #expect(answer.read == answer.outcome)
    }

    static let tryLater = [
        Answer(429, error("10011"), .tryLater("10011", "Trouble.")),
        Answer(429, "", .tryLater(noEnvelope(429), after: nil)),
        Answer(429, error("20100"), .tryLater("20100", "Trouble.")),
        Answer(429, "", .tryLater(noEnvelope(429), after: .seconds(2)), headers: ["x-ratelimit-reset": "2"]),
        Answer(
            429, error("10011"), .tryLater("10011", "Trouble.", after: .seconds(6)),
            headers: ["X-Ratelimit-Reset": "1793697170"]),
        Answer(429, "", .tryLater(noEnvelope(429), after: .seconds(7)), headers: ["retry-after": "7"]),
        Answer(
            429, "", .tryLater(noEnvelope(429), after: .seconds(4)),
            headers: ["Retry-After": "Tue, 03 Nov 2026 09:12:48 GMT"]),
        Answer(409, error("10036"), .tryLater("10036", "Trouble.")),
        Answer(409, error("10036"), .tryLater("10036", "Trouble.", after: .seconds(1)), headers: ["Retry-After": "1"]),
        Answer(400, error("40318"), .tryLater("40318", "Trouble.")),
        Answer(400, error("80007"), .tryLater("80007", "Trouble.")),
        Answer(400, error("130429"), .tryLater("130429", "Trouble.")),
        Answer(422, error("10011"), .tryLater("10011", "Trouble.")),
    ]

    @Test(arguments: tryLater)
    func `what may succeed later is told from what never will`(_ answer: Answer) {
        #expect(answer.read == answer.outcome)
    }
}
