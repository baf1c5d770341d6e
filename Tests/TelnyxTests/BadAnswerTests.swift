import RawServer
import Testing

@testable import Telnyx

/// The real client against a server that misbehaves.
@Suite(.timeLimit(.minutes(3))) struct BadAnswerTests {
    struct Exchange: Sendable, CustomTestStringConvertible {
        let name: String
        /// What the server does after it has read the request.
        let steps: [Step]
        var timeout = Duration.seconds(20)
        let outcome: Outcome

        init(_ name: String, _ steps: [Step], timeout: Duration = .seconds(20), _ outcome: Outcome) {
            self.name = name
            self.steps = steps
            self.timeout = timeout
            self.outcome = outcome
        }

        var testDescription: String { name }
    }

    static func lost(_ cause: String) -> Outcome {
        .ambiguous("connection_lost", "The request was sent, and the answer was lost: \(cause).")
    }

    static let late = Outcome.ambiguous("timeout", "The request was sent, and no answer came in time.")
    static let unreadable = Outcome.ambiguous("unreadable_answer", "The answer was HTTP 200 without a message id.")

    private static let long = String(repeating: "A", count: 495)

    static let whole = [
        Exchange(
            "chunked",
            [
                .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"), .write("5\r\n{\"dat\r\n"),
                .write("14\r\na\":{\"id\":\"m-1\",\"a\":1\r\n"), .write("2\r\n}}\r\n0\r\n\r\n"), .stall,
            ],
            .accepted(id: "m-1", waitSeconds: nil)),
        Exchange(
            "byte by byte", answer("200 OK", acceptance).map { Step.write(String($0)) } + [.stall], accepted),
        Exchange(
            "ended by the end of the connection", [.write("HTTP/1.1 200 OK\r\n\r\n" + acceptance)], accepted),
        Exchange("HTTP/1.0", [.write("HTTP/1.0 200 OK\r\n\r\n" + acceptance)], accepted),
        Exchange(
            "100 first", [.write("HTTP/1.1 100 Continue\r\n\r\n" + answer("200 OK", acceptance)), .stall], accepted),
        Exchange(
            "the key where a long text is cut",
            [
                .write(answer("400 Bad Request", #"{"errors":[{"code":"1","title":"\#(long)KEY_s3cret"}]}"#)), .stall,
            ],
            .refused(Outcome.Reason(code: "1", sentence: long + "<reda."))),
        Exchange(
            "429", [.write(answer("429 Too Many Requests", "", "x-ratelimit-reset: 2")), .stall],
            .tryLater(
                "http_429", "The answer was HTTP 429 without an error that Telnyx would send.", after: .seconds(2))),
    ]

    /// Their status alone says that nothing was taken.
    static let cut = [
        Exchange(
            "429 that ends early",
            [.write("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 2\r\nContent-Length: 500\r\n\r\n{")],
            .tryLater(
                "http_429", "The answer was HTTP 429 without an error that Telnyx would send.", after: .seconds(2))),
        Exchange(
            "401 that stalls", [.write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 500\r\n\r\n{"), .stall],
            timeout: .seconds(4),
            .account(
                Outcome.Reason(
                    code: "http_401", sentence: "The answer was HTTP 401 without an error that Telnyx would send."))),
    ]

    static let broken = [
        Exchange("closed without an answer", [], lost("remote connection closed")),
        Exchange(
            "a length that is too short",
            [.write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n" + acceptance)], unreadable),
        Exchange("no body", [.write(answer("200 OK", "")), .stall], unreadable),
        Exchange("not UTF-8", [.write(answer("200 OK", "\u{0}")), .stall], unreadable),
    ]

    static let unfinished = [
        Exchange("never answers", [.stall], timeout: .seconds(4), late),
        Exchange("stalls in the head", [.write("HTTP/1.1 200 O"), .stall], timeout: .seconds(4), late),
        Exchange(
            "stalls in the body",
            [.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"), .stall], timeout: .seconds(4), late),
        Exchange(
            "never ends",
            [.write("HTTP/1.1 200 OK\r\n\r\n"), .writeForever(String(repeating: " ", count: 1 << 16))],
            lost("the answer is longer than 1 MiB")),
    ]

    @Test(arguments: whole + cut + broken + unfinished)
    func `an answer is read, or its loss is told, after one POST`(_ exchange: Exchange) async throws {
        try await withExchange([[.read] + exchange.steps], timeout: exchange.timeout) { server, client in
            let outcome = await client.send([0x31], key: "k-1")
            #expect(outcome == exchange.outcome)
            await server.haveRead(1)
            #expect(await server.requests.count == 1)
            #expect(await server.connections == 1)
        }
    }

    /// The end of the cause is the library's.
    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + acceptance,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n{\"data\"",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxx\r\n{}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n" + acceptance,
        "nonsense\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n", "\u{16}\u{3}\u{1}", "HTTP/1.1 -5 No\r\n\r\n",
        "HTTP/1.1 000 No\r\n\r\n", "HTTP/1.1 099 No\r\nContent-Length: 2\r\n\r\n{}",
    ])
    func `half an answer and what is not HTTP are lost answers`(_ text: String) async throws {
        try await withExchange([[.read, .write(text)]]) { server, client in
            let outcome = await client.send([0x31], key: "k-1")
            #expect(outcome.kind == "ambiguous connection_lost")
            #expect(await server.requests.count == 1)
            #expect(await server.connections == 1)
        }
    }

    /// A megabyte does not fit into the buffers between them, so the server closes while the client is writing.
    @Test(arguments: [1, 1 << 22])
    func `a connection closed while the request is written may have delivered it`(_ size: Int) async throws {
        try await withExchange([[.readSome]]) { server, client in
            let outcome = await client.send([UInt8](repeating: 0x31, count: size), key: "k-1")
            #expect(outcome.kind == "ambiguous connection_lost")
            #expect(await server.connections == 1)
        }
    }

    @Test func `an answer before the request has ended counts`() async throws {
        let refusal = #"{"errors":[{"code":"10015","title":"Too large"}]}"#
        let script: [Step] = [.readSome, .write(answer("413 Too Large", refusal, "Connection: close")), .stall]
        try await withExchange([script]) { server, client in
            let outcome = await client.send([UInt8](repeating: 0x31, count: 1 << 22), key: "k-1")
            #expect(["refused 10015", "ambiguous connection_lost"].contains(outcome.kind))
            #expect(await server.connections == 1)
        }
    }
}
