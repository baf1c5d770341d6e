import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import RawServer
import Testing

@testable import Telnyx

/// The real client where the answer begins before the message has left.
@Suite(.timeLimit(.minutes(1))) struct EarlyAnswerTests {
    /// A gate that says when it is asked, and opens when it is told to.
    private struct Gate {
        let asked = Latch()
        let opened = Latch()

        @Sendable func pass() async {
            await asked.open()
            await opened.wait()
        }
    }

    /// Neither its body nor its head leaves, and the answer cannot be about it.
    @Test(arguments: [
        answer("200 OK", acceptance), answer("400 Bad Request", #"{"errors":[{"code":"40310","title":"Bad"}]}"#),
        answer("401 Unauthorized", ""), answer("429 Too Many Requests", ""), answer("500 Internal Server Error", ""),
        "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 9\r\n\r\n",
    ])
    func `a message that was answered before it left stays here`(_ answer: String) async throws {
        let gate = Gate()
        let gone = Latch()
        let steps: [Step] = [.perform(gate.asked.wait), .write(answer), .stall, .perform { await gone.open() }]
        try await withExchange([steps]) { server, client in
            let outcome = await client.send([0x31], key: "k-1", gate: gate.pass)
            await gate.opened.open()
            #expect(outcome.kind == "not sent answered_early")
            await gone.wait()
            #expect(await server.bytes == 0)
        }
    }

    /// Which of the two comes first is luck; what is said of the message is true all the same.
    @Test(arguments: [("200 OK", "accepted"), ("400 Bad Request", "refused 40310")])
    func `an answer that comes with the departure of its message counts only if that has left`(
        _ status: String, _ kind: String
    ) async throws {
        let body = #"{"data":{"id":"m-1"},"errors":[{"code":"40310","title":"Bad"}]}"#
        let endings = try await fortyTimes {
            let gate = Gate()
            let gone = Latch()
            let steps: [Step] = [
                .perform(gate.asked.wait), .perform { await gate.opened.open() }, .write(answer(status, body)), .stall,
                .perform { await gone.open() },
            ]
            return try await withServer([steps]) { server in
                let outcome = try await withClient("http://127.0.0.1:\(server.port)/v2") {
                    await $0.send([0x31], key: "k-1", gate: gate.pass)
                }
                await gone.wait()
                return (outcome: outcome.kind, hasLeft: await server.bytes > 0)
            }
        }
        for ending in endings { #expect(ending.outcome == (ending.hasLeft ? kind : "not sent answered_early")) }
    }

    /// What so many runs of `body` at once return.
    private func fortyTimes<Result: Sendable>(
        _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup { group in
            for _ in 1...40 { group.addTask { try await body() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// The client holds the rest of a request back when it is refused, and then no time-out of its own runs.
    @Test(arguments: [
        (HTTPResponseStatus.ok, nil), (.badRequest, nil), (.serviceUnavailable, nil),
        (.unauthorized, "account http_401"), (.tooManyRequests, "try later http_429"),
    ])
    func `an answer that stalls while its message leaves is given up`(
        _ status: HTTPResponseStatus, _ kind: String?
    ) async throws {
        let (body, ending) = AsyncStream.makeStream(of: ByteBuffer.self)
        let response = HTTPClientResponse(status: status, body: .stream(body))
        let departure = Departure()
        #expect(departure.begin())
        try await withClient("http://127.0.0.1:1/v2") { client in
            func outcome() async throws -> Outcome {
                try await client.outcome(of: response, departure, until: .now() + .milliseconds(50))
            }
            if let kind {
                let kept = try await outcome().kind
                #expect(kept == kind)
            } else {
                await #expect(throws: HTTPClientError.deadlineExceeded) { try await outcome() }
            }
        }
        ending.finish()
    }

    /// Which of the two comes first is luck; every attempt ends all the same.
    @Test(arguments: [
        ("200 OK", ["not sent", "ambiguous"]), ("429 Too Many Requests", ["not sent", "try later"]),
        ("503 Service Unavailable", ["not sent", "ambiguous"]),
    ])
    func `an answer that comes with the departure of its message and stalls is given up`(
        _ status: String, _ classes: [String]
    ) async throws {
        let head = "HTTP/1.1 \(status)\r\nContent-Length: 9\r\n\r\n{"
        let outcomes = try await fortyTimes {
            let gate = Gate()
            let steps: [Step] = [
                .perform(gate.asked.wait), .perform { await gate.opened.open() }, .write(head), .stall,
            ]
            return try await withExchange([steps], timeout: .seconds(1)) { _, client in
                await client.send([0x31], key: "k-1", gate: gate.pass)
            }
        }
        for outcome in outcomes { #expect(classes.contains { outcome.kind.hasPrefix($0) }) }
    }

    /// Not a message of ours; but no request may wait for ever.
    @Test func `a request without a body leaves with its head`() async throws {
        try await withExchange([[.read, .write(answer("200 OK", acceptance))]]) { server, client in
            #expect(await client.send([], key: "k-1") == accepted)
        }
    }
}
