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
        let asked = Departure()
        let opened = Departure()

        @Sendable func pass() async {
            asked.end()
            await opened.wait()
        }
    }

    /// Nothing of it: neither its body nor its head.
    @Test(arguments: [
        (answer("500 Internal Server Error", ""), "not sent answered_early"),
        (answer("429 Too Many Requests", ""), "try later http_429"),
        (answer("400 Bad Request", #"{"errors":[{"code":"40310","title":"Bad"}]}"#), "not sent answered_early"),
    ])
    func `a message that is not taken stays here`(_ answer: String, _ kind: String) async throws {
        let gate = Gate()
        let gone = Departure()
        let steps: [Step] = [.wait(gate.asked.wait), .write(answer), .stall, .perform(gone.end)]
        try await withExchange([steps]) { server, client in
            let outcome = await client.send([0x31], key: "k-1", gate: gate.pass)
            gate.opened.end()
            #expect(outcome.kind == kind)
            await gone.wait()
            #expect(await server.bytes == 0)
        }
    }

    /// None of the library's time-outs would end the wait for the rest.
    @Test func `an answer that breaks off is not waited for`() async throws {
        let gate = Gate()
        let head = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 9\r\n\r\n"
        let steps: [Step] = [.wait(gate.asked.wait), .write(head), .stall]
        try await withExchange([steps], timeout: .seconds(3)) { _, client in
            let outcome = await client.send([0x31], key: "k-1", gate: gate.pass)
            gate.opened.end()
            #expect(outcome.kind == "not sent answered_early")
        }
    }

    /// The gate opens when the server has answered.
    @Test func `a message that is taken leaves before it counts`() async throws {
        let gate = Gate()
        let left = Departure()
        let steps: [Step] = [
            .wait(gate.asked.wait), .write(answer("200 OK", acceptance)), .perform(gate.opened.end), .read,
            .perform(left.end), .stall,
        ]
        try await withExchange([steps]) { server, client in
            #expect(await client.send([0x31], key: "k-1", gate: gate.pass) == accepted)
            await left.wait()
            #expect(await server.requests.count == 1)
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
        try await withThrowingTaskGroup { group in
            for _ in 1...40 {
                group.addTask {
                    let gate = Gate()
                    let steps: [Step] = [.wait(gate.asked.wait), .write(head), .perform(gate.opened.end), .stall]
                    return try await withExchange([steps], timeout: .seconds(1)) { _, client in
                        await client.send([0x31], key: "k-1", gate: gate.pass)
                    }
                }
            }
            for try await outcome in group { #expect(classes.contains { outcome.kind.hasPrefix($0) }) }
        }
    }

    /// The client would wait without end for the rest to leave, and keep its connection.
    @Test(arguments: [("200 OK", "Connection: close"), ("101 Switching Protocols", "Connection: keep-alive")])
    func `a request that cannot leave after its answer is given up`(_ status: String, _ header: String) async throws {
        let kinds = ["accepted", "ambiguous connection_lost", "ambiguous http_101"]
        try await withThrowingTaskGroup { group in
            for _ in 1...5 { group.addTask { try await stuck(answer(status, acceptance, header)) } }
            for try await outcome in group { #expect(kinds.contains(outcome.kind)) }
        }
    }

    /// What comes of a request that the server answers, and takes no byte of.
    ///
    /// Returns when the client has closed its connection.
    private func stuck(_ answer: String) async throws -> Outcome {
        let gate = Gate()
        let end = Departure()
        let steps: [Step] = [
            .stopReading, .wait(gate.asked.wait), .write(answer), .perform(gate.opened.end), .wait(end.wait),
        ]
        return try await withServer([steps], buffer: 4096) { server in
            let outcome = try await withClient("http://127.0.0.1:\(server.port)/v2", timeout: .seconds(1)) {
                await $0.send([UInt8](repeating: 0x31, count: 1 << 23), key: "k-1", gate: gate.pass)
            }
            end.end()
            return outcome
        }
    }

    /// Not a message of ours; but no request may wait for ever.
    @Test func `a request without a body leaves with its head`() async throws {
        try await withExchange([[.read, .write(answer("200 OK", acceptance))]]) { server, client in
            #expect(await client.send([], key: "k-1") == accepted)
        }
    }
}
