import RawServer
import Testing

/// Promise: whatever a server does, the message ends as the table of the README says: sent once, or again where it
/// surely was not taken, with the same bytes.
@Suite(.timeLimit(.minutes(3))) struct AnswerTests {
    static let html = "<html>Bad gateway</html>"
    static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    /// Long enough to connect and write on a busy machine, however early the answer is given up.
    static let impatient = ["--timeout", "3s"]

    static let taken = [
        AnswerCase("200", answer("200 OK", AnswerCase.taken), exit: 0, "accepted  1"),
        AnswerCase("201", answer("201 Created", AnswerCase.taken), exit: 0, "accepted  1"),
        AnswerCase(
            "100 first", "HTTP/1.1 100 Continue\r\n\r\n", answer("200 OK", AnswerCase.taken), exit: 0, "accepted  1"),
        AnswerCase(
            "103 first", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", answer("200 OK", AnswerCase.taken), exit: 0,
            "accepted  1"),
        AnswerCase(
            "in chunks", chunked, "15\r\n\(AnswerCase.taken)\r\n", "0\r\n\r\n", exit: 0, "accepted  1"),
        AnswerCase(
            "HTTP/1.0", [.read, .write("HTTP/1.0 200 OK\r\n\r\n\(AnswerCase.taken)")], exit: 0, posts: 1, "accepted  1"),
        AnswerCase(
            "connection: close", answer("200 OK", AnswerCase.taken, "Connection: close"), exit: 0, "accepted  1"),
        AnswerCase(
            "200 as text", answer("200 OK", AnswerCase.taken, "Content-Type: text/html"), exit: 0, "accepted  1"),
    ]

    static let unsent = [
        AnswerCase(
            "nobody listens", [], baseURL: "http://127.0.0.1:1/v2", exit: 75, posts: 0, "pending not_connected 2"),
        AnswerCase(
            "no such host", [], baseURL: "https://nowhere.invalid/v2", exit: 75, posts: 0, "pending not_connected 2"),
        AnswerCase(
            "no TLS", [.readSome, .write(answer("400 Bad Request", ""))], baseURL: "https://127.0.0.1:{port}/v2",
            exit: 75,
            posts: 0, "pending not_connected 2"),
        AnswerCase(
            "TLS that stalls", [.stall], baseURL: "https://127.0.0.1:{port}/v2",
            options: ["--timeout", "300ms", "--attempts", "1"], exit: 75, posts: 0, "pending not_connected 1"),
    ]

    static let lost = [
        AnswerCase("closed behind the request", [.read], exit: 2, posts: 1, "unknown connection_lost 1"),
        AnswerCase("reset behind the request", [.read, .reset], exit: 2, posts: 1, "unknown connection_lost 1"),
        AnswerCase("reset within the request", [.readSome, .reset], exit: 2, posts: 0, "unknown connection_lost 1"),
        AnswerCase(
            "reset within the answer", [.read, .write("HTTP/1.1 200 OK\r\n"), .reset], exit: 2, posts: 1,
            "unknown connection_lost 1"),
        AnswerCase(
            "101",
            [.read, .write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")],
            exit: 2, posts: 1, "unknown http_101 1"),
        AnswerCase(
            "an answer after the time-out", [.read, .stall, .write(answer("200 OK", AnswerCase.taken))],
            options: impatient, exit: 2, posts: 1, "unknown timeout 1"),
        AnswerCase(
            "half a head", [.read, .write("HTTP/1.1 200 OK\r\nCon")], exit: 2, posts: 1, "unknown connection_lost 1"),
        AnswerCase(
            "half a body", [.read, .write("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n\(AnswerCase.taken)")], exit: 2,
            posts: 1, "unknown connection_lost 1"),
        AnswerCase(
            "half the chunks", [.read, .write(chunked + "15\r\n{")], exit: 2, posts: 1, "unknown connection_lost 1"),
        AnswerCase("no HTTP", "SSH-2.0-OpenSSH_9.9\r\n\r\n", exit: 2, "unknown connection_lost 1"),
        AnswerCase(
            "endless",
            [.read, .write("HTTP/1.1 200 OK\r\n\r\n"), .writeForever(String(repeating: " ", count: 1 << 16))],
            options: ["--timeout", "2min"], exit: 2, posts: 1, "unknown connection_lost 1"),
        AnswerCase("no answer", [.read, .stall], options: impatient, exit: 2, posts: 1, "unknown timeout 1"),
        AnswerCase("slow head", "HTTP/1.1 200", options: impatient, exit: 2, "unknown timeout 1"),
        AnswerCase(
            "slow body", "HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{", options: impatient, exit: 2,
            "unknown timeout 1"),
        AnswerCase(
            "a length that is too short",
            [.read, .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n\(AnswerCase.taken)")],
            exit: 2, posts: 1, "unknown unreadable_answer 1"),
    ]

    static let unreadable = [
        AnswerCase("200 without a body", answer("200 OK", ""), exit: 2, "unknown unreadable_answer 1"),
        AnswerCase("204", "HTTP/1.1 204 No Content\r\n\r\n", exit: 2, "unknown unreadable_answer 1"),
        AnswerCase("200 without an id", answer("200 OK", #"{"data":{}}"#), exit: 2, "unknown unreadable_answer 1"),
        AnswerCase(
            "200 with an empty id", answer("200 OK", #"{"data":{"id":""}}"#), exit: 2, "unknown unreadable_answer 1"),
        AnswerCase("200 with HTML", answer("200 OK", html), exit: 2, "unknown unreadable_answer 1"),
        AnswerCase(
            "301", answer("301 Moved", "", "Location: https://example.com/"), exit: 2, "unknown http_301 1"),
        AnswerCase("304", "HTTP/1.1 304 Not Modified\r\n\r\n", exit: 2, "unknown http_304 1"),
        AnswerCase("308", answer("308 Moved", "", "Location: /elsewhere"), exit: 2, "unknown http_308 1"),
        AnswerCase("400 with HTML", answer("400 Bad Request", html), exit: 2, "unknown http_400 1"),
        AnswerCase("404 without a body", answer("404 Not Found", ""), exit: 2, "unknown http_404 1"),
        AnswerCase("407", answer("407 Proxy Authentication Required", html), exit: 2, "unknown http_407 1"),
        AnswerCase("409 without a body", answer("409 Conflict", ""), exit: 2, "unknown http_409 1"),
        AnswerCase("413 with HTML", answer("413 Too Large", html), exit: 2, "unknown http_413 1"),
        AnswerCase("422 without a body", answer("422 Unprocessable", ""), exit: 2, "unknown http_422 1"),
        AnswerCase("408", answer("408 Request Timeout", AnswerCase.error("10008")), exit: 2, "unknown 10008 1"),
        AnswerCase("408 without a body", answer("408 Request Timeout", ""), exit: 2, "unknown http_408 1"),
        AnswerCase("500", answer("500 Internal Server Error", AnswerCase.error("10007")), exit: 2, "unknown 10007 1"),
        AnswerCase("502 with HTML", answer("502 Bad Gateway", html), exit: 2, "unknown http_502 1"),
        AnswerCase(
            "503 that asks to wait", answer("503 Unavailable", AnswerCase.error("10037"), "Retry-After: 1"), exit: 2,
            "unknown 10037 1"),
        AnswerCase("504 without a body", answer("504 Gateway Timeout", ""), exit: 2, "unknown http_504 1"),
        AnswerCase(
            "422 for a key that was used with other bytes",
            answer(
                "422 Unprocessable", AnswerCase.error("10027", #","source":{"pointer":"/header/Idempotency-Key"}"#)),
            exit: 2,
            "unknown 10027 1"),
    ]

    static let refused = [
        AnswerCase("400", answer("400 Bad Request", AnswerCase.error("40310")), exit: 1, "failed 40310 1"),
        AnswerCase("402", answer("402 Payment Required", AnswerCase.error("10015")), exit: 1, "failed 10015 1"),
        AnswerCase("404", answer("404 Not Found", AnswerCase.error("10005")), exit: 1, "failed 10005 1"),
        AnswerCase("409", answer("409 Conflict", AnswerCase.error("10035")), exit: 77, "pending 10035 1"),
        AnswerCase("422", answer("422 Unprocessable", AnswerCase.error("10027")), exit: 1, "failed 10027 1"),
        AnswerCase("401", answer("401 Unauthorized", AnswerCase.error("10009")), exit: 77, "pending 10009 1"),
        AnswerCase("401 without a body", answer("401 Unauthorized", ""), exit: 77, "pending http_401 1"),
        AnswerCase("403 with HTML", answer("403 Forbidden", html), exit: 77, "pending http_403 1"),
        AnswerCase(
            "400 for the account", answer("400 Bad Request", AnswerCase.error("20100")), exit: 77, "pending 20100 1"),
    ]

    static let turnedAway = [
        AnswerCase("429", thenTaken: { _ in answer("429 Too Many", AnswerCase.error("10011")) }),
        AnswerCase("429 without a body", thenTaken: { _ in answer("429 Too Many", "") }),
        AnswerCase(
            "429 with seconds", thenTaken: { _ in answer("429 Too Many", "", "Retry-After: 1") }, pause: .seconds(1)),
        AnswerCase(
            "429 with a date", thenTaken: { answer("429 Too Many", "", "Retry-After: \(AnswerCase.date($0 + 2))") },
            pause: .milliseconds(900)),
        AnswerCase(
            "429 with the time of the limit",
            thenTaken: { answer("429 Too Many", html, "x-ratelimit-reset: \($0 + 2)") }, pause: .milliseconds(900)),
        AnswerCase(
            "429 with the seconds of the limit",
            thenTaken: { _ in answer("429 Too Many", html, "x-ratelimit-reset: 1") },
            pause: .seconds(1)),
        AnswerCase(
            "409 in progress", thenTaken: { _ in answer("409 Conflict", AnswerCase.error("10036"), "Retry-After: 1") },
            pause: .seconds(1)),
        AnswerCase(
            "429 at the last attempt", thenTaken: { _ in answer("429 Too Many", "") }, options: ["--attempts", "1"]),
        AnswerCase(
            "500 with retry", thenTaken: { _ in answer("500 Internal Server Error", "") },
            options: ["--on-ambiguous", "retry"]),
        AnswerCase(
            "half an answer with retry", thenTaken: { _ in "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n" },
            options: ["--on-ambiguous", "retry"]),
    ]

    @Test(arguments: taken + unsent + lost + unreadable + refused + turnedAway)
    func `a message ends as the table says`(_ test: AnswerCase) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            try await withServer(test.script) { server in
                let ending = try await scratch.campaign(
                    scratch.sendArguments(to: test.baseURL.replacing("{port}", with: "\(server.port)"))
                        + ["--attempts", "2"] + test.options)
                #expect(ending.code == test.code, "\(ending.output)")
                let requests = await server.requests
                #expect(requests.count == test.posts)
                #expect(Set(requests).count <= 1)
                let table = try scratch.table("clients.results.csv")
                #expect(table.lines("message_status", "message_error_code", "message_attempts") == [test.row])
                #expect(table["message_id"] == [test.row.hasPrefix("accepted") ? "m-1" : ""])
                let arrivals = await server.arrivals
                if let first = arrivals.first, let last = arrivals.last {
                    #expect(first.duration(to: last) >= test.pause)
                }
            }
        }
    }
}
