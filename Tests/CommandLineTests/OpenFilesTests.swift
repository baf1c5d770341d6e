import Testing

/// Promise: as many requests in flight as are asked for, or a word that the system does not allow it.
@Suite(.timeLimit(.minutes(3))) struct OpenFilesTests {
    @Test func `the limit is raised as far as the system allows`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(100)
            try await withStandIn { _ in
                .hold
            } _: { server in
                async let ending = scratch.shell(
                    #"ulimit -S -n 80; exec "$@""#,
                    scratch.sendArguments(to: server.baseURL) + ["--concurrency", "100"])
                await server.wait(forPosts: 100)
                await server.release()
                let code = try await ending.code
                #expect(code == 0)
            }
        }
    }

    @Test func `more requests in flight than the system allows are a mistake`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            let ending = try await scratch.shell(
                #"ulimit -n 80; exec "$@""#, scratch.sendArguments() + ["--concurrency", "100"])
            #expect(ending.code == 64)
            #expect(
                ending.errors.contains(
                    "The system allows only 16 requests in flight. "
                        + "Lower --concurrency, or raise the limit with 'ulimit -n'."))
            #expect(try scratch.names == ["clients.csv", "greeting.yaml"])
        }
    }

    @Test func `with too few files nothing begins`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            let ending = try await scratch.shell(#"ulimit -n 20; exec "$@""#, scratch.sendArguments())
            #expect(ending.code == 64)
            #expect(ending.errors.contains("The system allows too few open files to send."))
            #expect(try scratch.names == ["clients.csv", "greeting.yaml"])
        }
    }

    /// An embedded sandbox has the other end of every connection.
    @Test func `one request at a time is always possible`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(5)
            let arguments = [
                "send", "clients.csv", "--template", "greeting.yaml", "--from", Inputs.sender, "--sandbox",
            ]
            let ending = try await scratch.shell(#"ulimit -n 64; exec "$@""#, arguments, key: nil)
            #expect(ending.code == 0)
            #expect(
                try scratch.table("clients.results.csv")["message_status"] == Array(repeating: "accepted", count: 5))
        }
    }

    /// The rate alone asks for 2,000.
    @Test func `without a number, as many requests are in flight as the system allows`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(100)
            try await withStandIn { server in
                let ending = try await scratch.shell(
                    #"ulimit -n 80; exec "$@""#, scratch.sendArguments(to: server.baseURL))
                #expect(ending.code == 0)
                #expect(
                    ending.errors.contains(
                        "warning: With answers of two seconds it takes 2000 requests in flight, and the system allows 16. "
                            + "Raise the limit with 'ulimit -n'."))
                #expect(await server.posts.rows == Array(1...100))
            }
        }
    }
}
