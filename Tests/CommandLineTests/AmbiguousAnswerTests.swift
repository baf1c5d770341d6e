import Testing

/// Promise: what may have been sent is `unknown`, exit code 2, and is sent again only on request.
@Suite(.timeLimit(.minutes(3))) struct AmbiguousAnswerTests {
    @Test func `a message without an answer in time is unknown, and sent again on request only`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            try await withStandIn {
                $0.number == 1 ? .hold : .accept
            } _: { server in
                let ending = try await scratch.send(to: server.baseURL, "--timeout", "0.5s")
                #expect(ending.code == 2)
                #expect(
                    ending.output.contains(
                        "campaign resume clients.campaign --base-url \(server.baseURL) --timeout 0.5s --rate 10000/s "
                            + "--retry unknown"))
                #expect(
                    try scratch.table("clients.results.csv").lines("message_status", "message_error_code")
                        == ["unknown timeout"])

                #expect(try await scratch.resume(to: server.baseURL).code == 2)
                #expect(await server.posts.count == 1)
                #expect(try await scratch.resume(to: server.baseURL, "--retry", "unknown").code == 0)
                let posts = await server.posts
                #expect(posts.rows == [1, 1])
                #expect(Set(posts.map(\.key)).count == 1)
                #expect(Set(posts.map(\.body)).count == 1)
            }
        }
    }

    /// A refusal now says nothing of the time before.
    @Test func `a refusal afterwards does not make an unknown message failed`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            try await withStandIn {
                $0.number == 1 ? .refuse(500, "10007") : .refuse(400, "40310")
            } _: { server in
                let ending = try await scratch.send(to: server.baseURL)
                #expect(ending.code == 2)
                #expect(try await scratch.resume(to: server.baseURL, "--retry", "unknown").code == 2)
                #expect(await server.posts.count == 2)
                #expect(
                    try scratch.table("clients.results.csv").lines("message_status", "message_attempts")
                        == ["unknown 2"])
            }
        }
    }

    @Test func `an unknown message wins over a failed one`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try await withStandIn {
                $0.row == 1 ? .refuse(500, "10007") : .refuse(400, "40310")
            } _: { server in
                let ending = try await scratch.send(to: server.baseURL)
                #expect(ending.code == 2)
                #expect(try scratch.table("clients.results.csv").statuses == ["unknown": 1, "failed": 1])
            }
        }
    }
}
