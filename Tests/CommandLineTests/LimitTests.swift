import Testing

/// Promise: a campaign goes on where it stopped, without its inputs, and sends each row once.
@Suite(.timeLimit(.minutes(3))) struct LimitTests {
    @Test func `resuming in steps sends each row once`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(8)
            let rehearsal = try await scratch.send("--dry-run")
            try await withStandIn { server in
                #expect(try await scratch.send(to: server.baseURL, "--limit", "3").code == 75)
                #expect(await server.posts.rows == [1, 2, 3])
                try scratch.remove("clients.csv", "greeting.yaml")

                let second = try await scratch.resume(to: server.baseURL, "--limit", "3")
                #expect(second.code == 75)
                #expect(second.output.contains(/campaign resume clients.campaign .*--limit 3/))
                #expect(await server.posts.rows == [1, 2, 3, 4, 5, 6])

                #expect(try await scratch.resume(to: server.baseURL, "--limit", "3").code == 0)
                #expect(try await scratch.resume(to: server.baseURL).code == 0)
                let posts = await server.posts
                #expect(posts.rows == Array(1...8))
                #expect(posts.bodies == rehearsal.lines)
                #expect(Set(posts.map(\.key)).count == 8)
                #expect(
                    try scratch.table("clients.results.csv").lines("message_row", "message_id")
                        == posts.sorted { $0.row < $1.row }.map { "\($0.row) \(Reply.id($0))" })
            }
        }
    }

    /// Two runs that follow one another at once are no way around the cap.
    @Test func `the cap holds from one run to the next`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try await withStandIn { server in
                _ = try await scratch.send(to: server.baseURL, "--limit", "1")
                _ = try await scratch.resume(to: server.baseURL, "--rate", "1/s")
                let posts = await server.posts
                #expect(posts.rows == [1, 2])
                // The time of the first is known to a millisecond.
                #expect(posts[0].at.duration(to: posts[1].at) >= .milliseconds(990))
            }
        }
    }

    @Test func `what is left stays pending`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                let ending = try await scratch.send(to: server.baseURL, "--limit", "2")
                #expect(ending.code == 75)
                #expect(
                    try scratch.table("clients.results.csv").lines(
                        "name", "message_to", "message_status", "message_attempts")
                        == [
                            "Customer 1 +12025551001 accepted 1", "Customer 2 +12025551002 accepted 1",
                            "Customer 3 +12025551003 pending 0",
                        ])
            }
        }
    }

    @Test func `failed rows are sent again on request only`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(4)
            try await withStandIn { post in
                post.number <= 4 && post.row.isMultiple(of: 2) ? .refuse(400, "40310") : .accept
            } _: { server in
                let first = try await scratch.send(to: server.baseURL, "--concurrency", "1")
                #expect(first.code == 1)
                #expect(try await scratch.resume(to: server.baseURL).code == 1)
                #expect(await server.posts.rows == [1, 2, 3, 4])
                let second = try await scratch.resume(to: server.baseURL, "--retry", "failed", "--limit", "1")
                #expect(second.code == 75)
                #expect(second.output.contains(/campaign resume clients.campaign .*--limit 1 --retry failed/))
                #expect(try await scratch.resume(to: server.baseURL, "--retry", "failed").code == 0)
                let posts = await server.posts
                #expect(posts.rows == [1, 2, 2, 3, 4, 4])
                #expect(Set(posts.map(\.key)).count == 4)
                #expect(Set(posts.map(\.body)).count == 4)
            }
        }
    }
}
