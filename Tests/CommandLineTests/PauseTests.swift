import Subprocess
import Testing

/// Promise: when Telnyx asks to wait, everybody waits, the user sees it, and nobody rushes afterwards.
@Suite(.timeLimit(.minutes(3))) struct PauseTests {
    @Test func `a pause is shown`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { _ in
                .turnAway(seconds: 3000)
            } _: { server in
                await server.release()
                try await withTerminal { terminal in
                    var shown = ""
                    let ending = try await scratch.campaign(
                        scratch.sendArguments(to: server.baseURL) + ["--concurrency", "1"], at: terminal
                    ) { running in
                        try await running.poll {
                            shown += try terminal.look()
                            return shown.contains(/0 of 3, .*Telnyx asks to wait (49 min [0-9]+|50 min 0) s/)
                        }
                        try running.send(signal: .interrupt)
                    }
                    #expect(ending == .exited(130))
                    #expect(await server.posts.count == 1)
                    #expect(try scratch.table("clients.results.csv").statuses == ["pending": 3])
                }
            }
        }
    }

    /// Those that are turned away wait for their second try; together they would make a crowd at the end of the pause.
    ///
    /// Others could be sent meanwhile, and must wait as well. How many are turned away depends on the machine: a busy one
    /// lets more than ten come before it answers.
    @Test func `everybody waits, and nobody rushes afterwards`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(40)
            try await withStandIn { _ in
                .turnAwayHeld(seconds: 3)
            } _: { server in
                let ending = try await scratch.campaign(
                    scratch.sendArguments(to: server.baseURL) + ["--rate", "10", "--concurrency", "40"], input: .none
                ) { _ in
                    // More than ten, since the last of them may be answered as the server is released.
                    await server.wait(forPosts: 15)
                    await server.release()
                }
                #expect(ending.code == 0)
                let posts = await server.posts
                let turnedAway = posts.count - 40
                #expect(turnedAway >= 10)
                let again = Dictionary(grouping: posts.rows) { $0 }.filter { $0.value.count > 1 }.keys
                #expect(posts.rows == (Array(again) + Array(1...40)).sorted())
                let gaps = zip(posts, posts.dropFirst()).map { $0.at.duration(to: $1.at) }
                let pause = try #require(gaps.indices.max { gaps[$0] < gaps[$1] })
                #expect(gaps[pause] >= .milliseconds(1500))
                // What had left before the first answer came back.
                #expect((turnedAway - 1...turnedAway + 10).contains(pause))
                #expect(posts[pause + 1].at.duration(to: posts[pause + 10].at) >= .milliseconds(500))
            }
        }
    }
}

extension Scratch {
    /// Runs `campaign` with a terminal that shows what it says; returns how it ended.
    fileprivate func campaign(
        _ arguments: [String], at terminal: Terminal,
        while body: (Execution<NoInput, DiscardedOutput, FileDescriptorOutput>) async throws -> Void
    ) async throws -> TerminationStatus {
        try await run(
            .path(Program.path), arguments: Arguments(arguments),
            environment: .inherit.updating(["TELNYX_API_KEY": Program.key]), workingDirectory: directory,
            input: .none, output: .discarded,
            error: .fileDescriptor(terminal.line, closeAfterSpawningProcess: false), body: body
        ).terminationStatus
    }
}
