import FoundationEssentials
import Subprocess
import Testing

/// Promise: nobody is told that nothing was sent because a part of the campaign is not there.
@Suite(.timeLimit(.minutes(3))) struct LogTests {
    @Test(arguments: [false, true]) func `a campaign without its log is refused`(whenResumed isResumed: Bool)
        async throws
    {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn {
                isResumed && $0.number == 1 ? .accept : .hold
            } _: { server in
                if isResumed { #expect(try await scratch.send(to: server.baseURL, "--limit", "1").code == 75) }
                try await scratch.killWhileSending(to: server, isResumed: isResumed)
                try scratch.write(try scratch.bytes(of: "clients.campaign"), to: "copy.campaign")
                let base = ["--base-url", server.baseURL]
                let endings = [
                    try await scratch.campaign("status", "copy.campaign"),
                    try await scratch.campaign("results", "copy.campaign"),
                    try await scratch.campaign(["resume", "copy.campaign", "--yes"] + base),
                    try await scratch.campaign(scratch.sendArguments() + ["--campaign", "copy.campaign"] + base),
                ]
                for ending in endings {
                    #expect(ending.code == 66)
                    #expect(ending.output.isEmpty)
                    #expect(
                        ending.errors.hasSuffix(
                            """
                            Error: copy.campaign-wal, which says what was sent from copy.campaign, is not beside it or \
                            is damaged. Put both into one folder, whole: without it messages would go out twice. If another \
                            program has put it into copy.campaign, see the limits in the README.

                            """))
                }
                #expect(await server.posts.rows == [1, 2, 3])
            }
        }
    }

    @Test func `a campaign that was not resumed after all can be resumed`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { _ in
                .hold
            } _: { server in
                try await scratch.killWhileSending(to: server)
                #expect(
                    try await scratch.campaign(
                        "resume", "clients.campaign", "--yes", "--base-url", "https://example.com"
                    ).code == 64)
                #expect(try await scratch.campaign("status", "clients.campaign").code == 0)
                #expect(try await scratch.resume(to: server.baseURL).code == 2)
                #expect(try scratch.names.filter { $0.hasPrefix("clients.campaign") } == ["clients.campaign"])
                #expect(await server.posts.rows == [1, 2, 3])
            }
        }
    }
}

extension Scratch {
    /// Kills a `send` or a `resume` while all its messages are in flight.
    fileprivate func killWhileSending(to server: StandIn, isResumed: Bool = false) async throws {
        let resuming = ["resume", "clients.campaign", "--yes", "--base-url", server.baseURL]
        _ = try await campaign(isResumed ? resuming : sendArguments(to: server.baseURL), input: .none) { running in
            await server.wait(forPosts: 3)
            try running.send(signal: .kill)
        }
        await server.release()
    }
}
