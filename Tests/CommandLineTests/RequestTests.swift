import Testing

/// Promise: design §2.5, what a request looks like to the server.
@Suite(.timeLimit(.minutes(3))) struct RequestTests {
    @Test func `the headers are those of the contract`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                let ending = try await scratch.send(to: server.baseURL)
                #expect(ending.code == 0)
                for post in await server.posts {
                    #expect(post.path == "/v2/messages/whatsapp")
                    #expect(post.header("Authorization") == "Bearer \(Program.key)")
                    #expect(post.header("Content-Type") == "application/json")
                    #expect(post.header("Accept") == "application/json")
                    #expect(post.header("User-Agent").hasPrefix("campaign/"))
                    #expect(post.key.wholeMatch(of: /[A-Za-z0-9]+(-[A-Za-z0-9]+)*-\d+/) != nil)
                }
                #expect(await server.posts.rows == [1, 2, 3])
                #expect(await Set(server.posts.map { $0.key.dropLast(2) }).count == 1)
            }
        }
    }

    @Test func `the address comes from the environment too`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            try await withStandIn { server in
                let ending = try await scratch.campaign(scratch.sendArguments(), baseURL: server.baseURL)
                #expect(ending.code == 0)
                #expect(await server.posts.count == 1)
            }
        }
    }

    @Test func `the bytes of every attempt are the same`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            try await withStandIn { post in
                post.number < 3 ? .refuse(503, "10037") : .accept
            } _: { server in
                let ending = try await scratch.send(to: server.baseURL, "--on-ambiguous", "retry")
                #expect(ending.code == 0)
                let posts = await server.posts
                #expect(posts.count == 3)
                #expect(Set(posts.map(\.key)).count == 1)
                #expect(Set(posts.map(\.body)).count == 1)
                #expect(
                    try scratch.table("clients.results.csv").lines("message_status", "message_attempts")
                        == ["accepted 3"])
            }
        }
    }
}
