import NIOHTTP1
import Testing

@testable import Telnyx

@Suite struct PauseTests {
    /// 3 November 2026, 09:12:44 UTC.
    static let now = 1_793_697_164.0

    struct Case: Sendable, CustomTestStringConvertible {
        let headers: [String: String]
        let pause: Duration?

        init(_ headers: [String: String], _ pause: Duration?) {
            self.headers = headers
            self.pause = pause
        }

        var testDescription: String { "\(headers.sorted { $0.key < $1.key })" }
    }

    static let named = [
        Case([:], nil),
        Case(["x-ratelimit-remaining": "0", "x-ratelimit-limit": "80"], nil),
        Case(["x-ratelimit-reset": "1"], .seconds(1)),
        Case(["X-RateLimit-Reset": "0.25"], .milliseconds(250)),
        Case(["x-ratelimit-reset": "0"], nil),
        Case(["x-ratelimit-reset": "1793697166"], .seconds(2)),
        Case(["x-ratelimit-reset": "1793697166.5"], .milliseconds(2500)),
        Case(["Retry-After": "3"], .seconds(3)),
        // A proxy may add white space.
        Case(["Retry-After": " 3 \t"], .seconds(3)), Case(["x-ratelimit-reset": "3 "], .seconds(3)),
        Case(["Retry-After": "Tue, 03 Nov 2026 09:12:48 GMT "], .seconds(4)),
        Case(["Retry-After": "Tue, 03 Nov 2026 09:12:48 GMT"], .seconds(4)),
        Case(["x-ratelimit-reset": "2", "Retry-After": "9"], .seconds(2)),
        Case(["x-ratelimit-reset": "soon", "Retry-After": "9"], .seconds(9)),
    ]

    static let strange = [
        Case(["x-ratelimit-reset": ""], nil),
        Case(["x-ratelimit-reset": "soon"], nil),
        Case(["x-ratelimit-reset": "nan"], nil),
        Case(["x-ratelimit-reset": "inf"], nil),
        Case(["x-ratelimit-reset": "1e999"], nil),
        Case(["Retry-After": "later"], nil),
        Case(["Retry-After": "-inf"], nil),
        Case(["x-ratelimit-reset": "-5"], nil),
        Case(["Retry-After": "5E-55"], nil),
        Case(["x-ratelimit-reset": "0.0009", "Retry-After": "9"], .seconds(9)),
        Case(["Retry-After": "-1"], nil),
        Case(["x-ratelimit-reset": "1640995200"], nil),
        Case(["Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"], nil),
        Case(["x-ratelimit-reset": "3600"], .seconds(3600)),
        Case(["x-ratelimit-reset": "3601"], .seconds(3600)),
        Case(["x-ratelimit-reset": "86400"], .seconds(3600)),
        Case(["x-ratelimit-reset": "86401"], nil),
        Case(["x-ratelimit-reset": "9999999999"], .seconds(3600)),
        Case(["x-ratelimit-reset": "1e300"], .seconds(3600)),
        Case(["Retry-After": "99999999999999999999"], .seconds(3600)),
        Case(["Retry-After": "Fri, 03 Nov 2826 09:12:48 GMT"], .seconds(3600)),
    ]

    @Test(arguments: named + strange)
    func `a server says how long everybody waits`(_ test: Case) {
        let headers = HTTPHeaders(test.headers.map { ($0.key, $0.value) })
        #expect(headers.pause(now: Self.now) == test.pause)
    }

    /// It must not end the program, wherever the header comes from.
    @Test(
        arguments: ["-2147483648", "2147483647"])
    func `a year that is none stops nothing`(_ year: String) {
        let headers = HTTPHeaders([("Retry-After", "Sun, 06 Nov \(year) 08:49:37 GMT")])
        #expect([nil, .zero, .seconds(3600)].contains(headers.pause(now: Self.now)))
    }
}
