import FoundationEssentials
import Testing
import WhatsApp

@testable import Sandbox

@Suite struct InsideTests {
    @Test(arguments: [
        (#"{"a":1,"m":{"x":[1,2]},"z":0}"#, #"{"x":[1,2]}"#),
        (#"{"m":[]}"#, "[]"),
        (#"{"m":"a,}\"b"}"#, #""a,}\"b""#),
        (#"{"a":{"m":1},"m":2}"#, "2"),
        (#"{"a":"\"m\":1","m":true,"b":null}"#, "true"),
        (#"{"a":"\\","m":3}"#, "3"),
        (#" { "m" : 1.50e2 } "#, " 1.50e2 "),
        (#"{"a":1}"#, nil),
        ("{}", nil),
        ("", nil),
    ])
    func `a member is cut out as it is written`(_ object: String, _ value: String?) {
        let found = TopLevelMember.value(of: "m", in: Array(object.utf8))

        #expect(found.map { String(decoding: $0, as: UTF8.self) } == value)
    }

    @Test func `the rate window opens again after a second`() {
        let start = ContinuousClock.now
        var window = RateWindow(limit: 2)
        let granted = [0, 10, 999, 1000, 1500, 1999, 2500].map { milliseconds in
            window.take(at: start + .milliseconds(milliseconds)).isGranted
        }

        #expect(granted == [true, true, false, true, true, false, true])
    }

    @Test(arguments: [("10015", 400), ("10023", 400), ("10027", 422), ("10032", 422)])
    func `the problems of a body become one refusal`(_ code: String, _ status: Int) {
        let problems = [
            RequestProblem(code: code, title: "T", detail: "D", pointer: "/to"),
            RequestProblem(code: "10004", title: "U", detail: "E", pointer: "/from"),
        ]
        let refusal = Refusal(problems)

        #expect(refusal.status == status)
        #expect(
            refusal.body
                == .errors([
                    ErrorEntry(code: code, title: "T", detail: "D", pointer: "/to"),
                    ErrorEntry(code: "10004", title: "U", detail: "E", pointer: "/from"),
                ])
        )
    }

    /// The first numbers of the published C code for the seed 1234567.
    @Test func `the generator is SplitMix64`() {
        var generator = SplitMix64(seed: 1_234_567)
        let numbers = (0..<3).map { _ in generator.next() }

        #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test func `a date is RFC 3339 with milliseconds`() {
        #expect(Date(timeIntervalSince1970: 1_793_696_964.125).rfc3339 == "2026-11-03T09:09:24.125Z")
    }
}

/// What must be in the future is so when the request arrives.
@Suite struct ArrivalTests {
    private static func offer(_ milliseconds: Int) -> String {
        let end = #"{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":\#(milliseconds)}}"#
        let components = #"[{"type":"limited_time_offer","parameters":[\#(end)]}]"#
        let template = #"{"name":"a","language":{"code":"en"},"components":\#(components)}"#
        let message = #"{"type":"template","template":\#(template)}"#
        return #"{"from":"+15005550100","to":"+15005550123","type":"WHATSAPP","whatsapp_message":\#(message)}"#
    }

    @Test func `an offer that is over is refused`() throws {
        let arrival = Date(timeIntervalSince1970: 1_785_500_000)
        #expect(throws: Refusal.self) { try SendBody(Array(Self.offer(1_785_500_000_000).utf8), at: arrival) }
        #expect(try SendBody(Array(Self.offer(1_785_500_000_001).utf8), at: arrival).to == "+15005550123")
    }
}
