import Testing

/// Promise: what the sandbox took is never mixed with what Telnyx took.
@Suite(.timeLimit(.minutes(3))) struct ServiceTests {
    @Test func `a trial does not go on for real`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            #expect(try await scratch.send("--sandbox", "--limit", "1").code == 75)
            let ending = try await scratch.resume(to: "https://nowhere.invalid/v2", "--retry", "unknown")
            #expect(ending.code == 64)
            #expect(
                ending.errors.contains(
                    "clients.campaign was begun against the sandbox, and nowhere.invalid does not know what was sent."
                ))
            try await withStandIn { server in
                let elsewhere = try await scratch.resume(to: server.baseURL)
                #expect(elsewhere.code == 64)
                #expect(await server.posts.isEmpty)
            }
            #expect(try await scratch.campaign("resume", "clients.campaign", "--sandbox").code == 0)
        }
    }

    @Test func `a real campaign does not go on in the sandbox`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            let first = try await scratch.send(to: "https://nowhere.invalid/v2", "--attempts", "1")
            #expect(first.code == 75)
            let ending = try await scratch.campaign("resume", "clients.campaign", "--sandbox")
            #expect(ending.code == 64)
            #expect(ending.errors.contains("was begun against nowhere.invalid, and the sandbox does not know"))
            #expect(try scratch.table("clients.results.csv").statuses == ["pending": 2])
        }
    }
}
