import RawServer
import Testing

@testable import Telnyx

/// The real client against a server that answers well.
@Suite(.timeLimit(.minutes(1))) struct TelnyxClientTests {
    static let body = #"{"from":"+15005550006","to":"+15005550001","text":"Zoë 😀 \n \"quoted\" \\"}"#

    @Test func `a request is what the contract says, byte for byte`() async throws {
        try await withExchange([[.read, .write(answer("200 OK", acceptance))]]) { server, client in
            let outcome = await client.send(Array(Self.body.utf8), key: "c0ffee-1")
            let head = [
                "POST /v2/messages/whatsapp HTTP/1.1", "Authorization: Bearer KEY_s3cret",
                "Content-Type: application/json", "Accept: application/json", "User-Agent: campaign/test",
                "Idempotency-Key: c0ffee-1", "host: 127.0.0.1:\(server.port)",
                "Content-Length: \(Self.body.utf8.count)", "", "",
            ]
            let requests = await server.requests
            #expect(requests == [head.joined(separator: "\r\n") + Self.body])
            #expect(outcome == accepted)
        }
    }

    @Test func `a slash at the end of the base changes nothing`() async throws {
        try await withServer([[.read, .write(answer("200 OK", acceptance))]]) { server in
            let outcome = try await withClient("http://127.0.0.1:\(server.port)/") { await $0.send([0x31], key: "k-1") }
            #expect(outcome == accepted)
            #expect(await server.requests.first?.hasPrefix("POST /messages/whatsapp HTTP/1.1\r\n") == true)
        }
    }

    @Test func `a connection is used again`() async throws {
        let reply = Step.write(answer("200 OK", acceptance))
        try await withExchange([[.read, reply, .read, reply, .read, reply]]) { server, client in
            for row in 1...3 { #expect(await client.send(Array("\(row)".utf8), key: "k-\(row)") == accepted) }
            #expect(await server.connections == 1)
            #expect(await server.requests.map { $0.suffix(1) } == ["1", "2", "3"])
        }
    }

    @Test func `a connection that the server closes is replaced`() async throws {
        let reply = Step.write(answer("200 OK", acceptance, "Connection: close"))
        try await withExchange([[.read, reply], [.read, reply]]) { server, client in
            for row in 1...2 { #expect(await client.send([0x31], key: "k-\(row)") == accepted) }
            #expect(await server.connections == 2)
            #expect(await server.requests.count == 2)
        }
    }

    /// The library's own limit is 8 connections a host: with it the twentieth request would never come.
    @Test func `as many requests are in flight as are asked for`() async throws {
        let exchange: [Step] = [.read, .awaitRequests(20), .write(answer("200 OK", acceptance))]
        try await withExchange(Array(repeating: exchange, count: 20), concurrency: 20) { server, client in
            let outcomes = await withTaskGroup { group in
                for row in 1...20 { group.addTask { await client.send([0x31], key: "k-\(row)") } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes == Array(repeating: accepted, count: 20))
            let keys = await server.requests.compactMap { $0.firstMatch(of: /Idempotency-Key: (\S+)/)?.1 }
            #expect(Set(keys) == Set((1...20).map { "k-\($0)" }))
            #expect(keys.count == 20)
        }
    }

    @Test func `a redirect is not followed, and the key goes nowhere else`() async throws {
        try await withServer([]) { elsewhere in
            let place = "Location: http://127.0.0.1:\(elsewhere.port)/v2/messages/whatsapp"
            for status in ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
                try await withExchange([[.read, .write(answer(status, "", place))]]) { server, client in
                    let outcome = await client.send([0x31], key: "k-1")
                    #expect(outcome.kind == "ambiguous http_\(status.prefix(3))")
                    #expect(await server.requests.count == 1)
                }
            }
            #expect(await elsewhere.connections == 0)
        }
    }
}
