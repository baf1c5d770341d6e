import AsyncHTTPClient
import Sandbox
import Testing

@Suite(.timeLimit(.minutes(1))) struct MagicNumberTests {
    @Test(arguments: [
        ("+15005550001", RefusalSummary(status: 400, code: "40310", pointer: "/to")),
        ("+15005550002", RefusalSummary(status: 400, code: "40300", pointer: "/to")),
        ("+15005550003", RefusalSummary(status: 422, code: "10027", pointer: "/whatsapp_message")),
        ("+15005550008", RefusalSummary(status: 401, code: "10009")),
        ("+15005550009", RefusalSummary(status: 403, code: "20012")),
        ("+15005550013", RefusalSummary(status: 503, code: "10037")),
        ("+15005550014", RefusalSummary(status: 400, code: "40008")),
    ])
    func `some numbers are refused every time`(_ number: String, _ expected: RefusalSummary) async throws {
        try await withClient { client in
            let first = try await client.send(to: number, key: "m-1")
            let second = try await client.send(to: number, key: "m-1")

            #expect(try first.refusal() == expected)
            #expect(try second.refusal() == expected)
            let delivered = try await client.deliveries().total
            #expect(delivered == 0)
        }
    }

    @Test(arguments: [
        ("+15005550004", RefusalSummary(status: 429, code: "10011")),
        ("+15005550010", RefusalSummary(status: 409, code: "10036", pointer: "/header/Idempotency-Key")),
    ])
    func `some numbers are refused the first time for each key`(_ number: String, _ expected: RefusalSummary)
        async throws
    {
        try await withClient { client in
            for key in ["m-1", "m-2", nil] {
                let first = try await client.send(to: number, key: key)
                let second = try await client.send(to: number, key: key)

                #expect(try first.refusal() == expected)
                #expect(second.status == 200)
            }
            let delivered = try await client.deliveries().total
            #expect(delivered == 3)
        }
    }

    @Test func `too many requests are told how long to wait`() async throws {
        let answer = try await withClient { try await $0.send(to: "+15005550004") }

        #expect(answer.header("Retry-After") == ["1"])
        #expect(answer.header("x-ratelimit-reset") == ["1"])
    }

    @Test func `the page of a proxy is HTML`() async throws {
        let answer = try await withClient { try await $0.send(to: "+15005550005") }

        #expect(answer.status == 500)
        #expect(answer.header("Content-Type") == ["text/html; charset=utf-8"])
        #expect(answer.body.hasPrefix("<!DOCTYPE html>"))
    }

    @Test func `a cut connection shows no status line`() async throws {
        try await withClient { client in
            await #expect(throws: HTTPClientError.remoteConnectionClosed) {
                try await client.send(to: "+15005550006")
            }
            let delivered = try await client.deliveries().deliveries
            #expect(delivered.map(\.to) == ["+15005550006"])
        }
    }

    @Test func `a late answer comes after its delay`() async throws {
        let clock = ContinuousClock()
        try await withClient(SandboxOptions(lateAnswer: .milliseconds(200))) { client in
            let start = clock.now
            let status = try await client.send(to: "+15005550007").status

            #expect(status == 200)
            #expect(clock.now - start >= .milliseconds(200))
        }
    }

    @Test func `a queued message says how long it waits`() async throws {
        let answer = try await withClient { try await $0.send(to: "+15005550011") }

        #expect(try answer.accepted().waitSeconds == 12.5)
    }

    @Test func `an unreadable answer is no JSON`() async throws {
        try await withClient { client in
            let answer = try await client.send(to: "+15005550012")

            #expect(answer.status == 200)
            #expect(throws: DecodingError.self) { try answer.accepted() }
            let delivered = try await client.deliveries().total
            #expect(delivered == 1)
        }
    }

    @Test(arguments: ["+15005550000", "+15005550015", "+15005559999", "+150055500011", "+447700900123"])
    func `other numbers are accepted`(_ number: String) async throws {
        #expect(try await withClient { try await $0.send(to: number).status } == 200)
    }

    @Test func `the table is in order, and no number stands there twice`() {
        let suffixes = MagicNumber.all.map(\.suffix)

        #expect(suffixes == (1...14).map { String("000\($0)".suffix(4)) })
        #expect(MagicNumber.all.map(\.number) == suffixes.map { "+1500555\($0)" })
    }
}
