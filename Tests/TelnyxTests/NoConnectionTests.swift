import RawServer
import Testing

@testable import Telnyx

/// The real client where nobody can have taken the message.
@Suite(.timeLimit(.minutes(1))) struct NoConnectionTests {
    /// Port 1 is reserved and served by nobody.
    @Test func `a refused connection sends nothing`() async throws {
        let outcome = try await withClient("http://127.0.0.1:1/v2") { await $0.send([0x31], key: "k-1") }
        let reason = Outcome.Reason(
            code: "not_connected", sentence: "No connection to Telnyx: connection refused.")
        #expect(outcome == .notSent(reason))
    }

    @Test func `a host that is not known sends nothing`() async throws {
        let outcome = try await withClient("https://nowhere.invalid/v2") { await $0.send([0x31], key: "k-1") }
        let reason = Outcome.Reason(
            code: "not_connected", sentence: "No connection to Telnyx: the host nowhere.invalid is not known.")
        #expect(outcome == .notSent(reason))
    }

    @Test(arguments: [[Step.readSome, .write("HTTP/1.1 400 Bad Request\r\n\r\n")], [.readSome], []])
    func `a server that speaks no TLS gets nothing`(_ steps: [Step]) async throws {
        try await withServer([steps]) { server in
            let outcome = try await withClient("https://127.0.0.1:\(server.port)/v2") {
                await $0.send([0x31], key: "k-1")
            }
            #expect(outcome.kind == "not sent not_connected")
            #expect(await server.connections == 1)
        }
    }

    /// Nor does it take a place at the gate from those that have a connection.
    @Test func `a TLS handshake that stalls sends nothing`() async throws {
        try await withServer([[.stall]]) { server in
            let gate = Latch()
            let outcome = try await withClient(
                "https://127.0.0.1:\(server.port)/v2", timeout: .milliseconds(200)
            ) { await $0.send([0x31], key: "k-1", gate: { await gate.open() }) }
            #expect(outcome.kind == "not sent not_connected")
            #expect(await !gate.isOpen)
            #expect(await server.requests.isEmpty)
        }
    }

    /// Whether the request was under way is a race that either class may win; there is no second try in either.
    @Test(arguments: 1...20)
    func `a connection closed at once is not made again`(_ round: Int) async throws {
        try await withExchange([[]]) { server, client in
            let outcome = await client.send([0x31], key: "k-\(round)")
            #expect(["not sent not_connected", "ambiguous connection_lost"].contains(outcome.kind))
            #expect(await server.connections == 1)
        }
    }
}
