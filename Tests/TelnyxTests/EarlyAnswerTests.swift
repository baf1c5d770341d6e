import RawServer
import Testing

@testable import Telnyx

/// The real client where the answer begins before the message has left.
@Suite(.timeLimit(.minutes(1))) struct EarlyAnswerTests {
    @Test(arguments: [
        ([Step.write(answer("500 Internal Server Error", "")), .stall], "not sent answered_early"),
        ([.write(answer("429 Too Many Requests", "")), .stall], "try later http_429"),
        (
            [.write(answer("400 Bad Request", #"{"errors":[{"code":"40310","title":"Bad"}]}"#)), .stall],
            "refused 40310"
        ),
    ])
    func `a message that is not taken stays here`(_ steps: [Step], _ kind: String) async throws {
        try await withExchange([[.readSome] + steps]) { server, client in
            let (gate, opening) = AsyncStream.makeStream(of: Void.self)
            let outcome = await client.send([0x31], key: "k-1") { for await _ in gate {} }
            opening.finish()
            #expect(outcome.kind == kind)
            #expect(await server.requests.isEmpty)
        }
    }

    /// None of the library's time-outs would end the wait for the rest.
    @Test func `an answer that breaks off is not waited for`() async throws {
        let head = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 9\r\n\r\n"
        try await withExchange([[.readSome, .write(head), .stall]], timeout: .seconds(3)) { _, client in
            let (gate, opening) = AsyncStream.makeStream(of: Void.self)
            let outcome = await client.send([0x31], key: "k-1") { for await _ in gate {} }
            opening.finish()
            #expect(outcome.kind == "not sent answered_early")
        }
    }

    /// The gate opens when the server has answered.
    @Test func `a message that is taken leaves before it counts`() async throws {
        let (gate, opening) = AsyncStream.makeStream(of: Void.self)
        let left = Departure()
        let steps: [Step] = [
            .readSome, .write(answer("200 OK", acceptance)), .perform { opening.finish() }, .readSome,
            .perform { left.leave() }, .stall,
        ]
        try await withExchange([steps]) { _, client in
            #expect(await client.send([0x31], key: "k-1") { for await _ in gate {} } == accepted)
            await left.wait()
        }
    }

    /// Not a message of ours; but no request may wait for ever.
    @Test func `a request without a body leaves with its head`() async throws {
        try await withExchange([[.read, .write(answer("200 OK", acceptance))]]) { server, client in
            #expect(await client.send([], key: "k-1") == accepted)
        }
    }
}
