import FoundationEssentials
import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(1))) struct IdempotencyTests {
    @Test func `the same key and bytes replay the answer`() async throws {
        try await withClient { client in
            let first = try await client.send(to: "+15005550123", key: "c-1")
            let second = try await client.send(to: "+15005550123", key: "c-1")

            #expect(second.status == 200)
            #expect(second.body == first.body)
            #expect(first.header("Idempotent-Replayed") == [])
            #expect(second.header("Idempotent-Replayed") == ["true"])
            let delivered = try await client.deliveries().total
            #expect(delivered == 1)
        }
    }

    @Test func `the same key with other bytes is refused`() async throws {
        try await withClient { client in
            _ = try await client.send(to: "+15005550123", key: "c-1")
            let second = try await client.send(textMessage(to: "+15005550123", "Other"), key: "c-1")

            #expect(
                try second.refusal()
                    == RefusalSummary(status: 422, code: "10027", pointer: "/header/Idempotency-Key")
            )
            let delivered = try await client.deliveries().total
            #expect(delivered == 1)
        }
    }

    @Test func `a key in progress is refused`() async throws {
        let ledger = Ledger(rateLimit: nil)
        let body = try SendBody(Array(textMessage(to: "+15005550123").utf8), at: .now)
        _ = try await ledger.begin(key: "c-1", body: body)

        await #expect(throws: Refusal.keyInProgress) { try await ledger.begin(key: "c-1", body: body) }

        await ledger.fail(key: "c-1", body: body)
        guard case .execute(let attempt) = try await ledger.begin(key: "c-1", body: body) else {
            Issue.record("a failed send was stored")
            return
        }
        #expect(attempt == 1)
    }

    @Test func `a refused send stores nothing`() async throws {
        try await withClient { client in
            let refused = try await client.send(to: "+15005550001", key: "c-1")
            let accepted = try await client.send(to: "+15005550123", key: "c-1")

            #expect(refused.status == 400)
            #expect(accepted.status == 200)
            #expect(accepted.header("Idempotent-Replayed") == [])
        }
    }

    @Test func `without a key every send is executed`() async throws {
        try await withClient { client in
            let first = try await client.send(to: "+15005550123").messageID()
            let second = try await client.send(to: "+15005550123").messageID()

            #expect(first != second)
            let delivered = try await client.deliveries().total
            #expect(delivered == 2)
        }
    }

    @Test func `a lost answer is replayed`() async throws {
        try await withClient { client in
            await #expect(throws: (any Error).self) { try await client.send(to: "+15005550006", key: "c-1") }
            let repeated = try await client.send(to: "+15005550006", key: "c-1")
            let id = try repeated.messageID()
            let delivered = try await client.deliveries().deliveries

            #expect(repeated.header("Idempotent-Replayed") == ["true"])
            #expect(delivered.map(\.id) == [id])
        }
    }
}
