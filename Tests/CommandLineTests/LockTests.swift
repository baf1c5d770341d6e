import Foundation
import Subprocess
import Testing

/// Promise: one process sends a campaign, and no campaign is sent twice by mistake.
@Suite(.timeLimit(.minutes(3))) struct LockTests {
    @Test func `a second send on a campaign file is refused`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                #expect(try await scratch.send(to: server.baseURL, "--limit", "1").code == 75)
                let results = try scratch.bytes(of: "clients.results.csv")

                let second = try await scratch.send(to: server.baseURL)
                #expect(second.code == 73)
                #expect(second.errors.contains("campaign resume clients.campaign"))
                #expect(second.output.isEmpty)
                #expect(await server.posts.count == 1)
                #expect(try scratch.bytes(of: "clients.results.csv") == results)
                #expect(try await scratch.resume(to: server.baseURL).code == 0)
            }
        }
    }

    @Test func `while a process sends, others are turned away`() async throws {
        try await whileSending { scratch, baseURL, pid in
            let resumed = try await scratch.resume(to: baseURL)
            #expect(resumed.code == 73)
            #expect(resumed.errors.contains("(pid \(pid))"))
            #expect(try await scratch.send(to: baseURL).code == 73)
        }
    }

    /// Its log goes by the old name.
    @Test func `a new campaign takes no log from one that is being sent`() async throws {
        try await whileSending { scratch, baseURL, _ in
            let (old, new) = (scratch.path("clients.campaign"), scratch.path("old.campaign"))
            try FileManager.default.moveItem(atPath: old, toPath: new)
            let second = try await scratch.send(to: baseURL)
            #expect(second.code == 73)
            #expect(second.errors.contains("Move its file back"))
            try FileManager.default.moveItem(atPath: new, toPath: old)
        }
    }

    /// Runs `body` while a process waits for the answers to its three messages, which then come to a good end.
    private func whileSending(
        _ body: (_ scratch: Scratch, _ baseURL: String, _ pid: pid_t) async throws -> Void
    ) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { _ in
                .hold
            } _: { server in
                let ending = try await scratch.campaign(
                    scratch.sendArguments(to: server.baseURL) + ["--timeout", "10min"], input: .none
                ) { running in
                    await server.wait(forPosts: 3)
                    try await body(scratch, server.baseURL, running.processIdentifier.value)
                    await server.release()
                }
                #expect(ending.code == 0)
                #expect(try scratch.table("clients.results.csv").statuses == ["accepted": 3])
                #expect(await server.posts.rows == [1, 2, 3])
            }
        }
    }

    @Test func `a lock dies with its process`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try await withStandIn { _ in
                .hold
            } _: { server in
                let ending = try await scratch.campaign(
                    scratch.sendArguments(to: server.baseURL), input: .none
                ) { running in
                    await server.wait(forPosts: 2)
                    try running.send(signal: .kill)
                }
                #expect(ending.code == nil)
                await server.release()
                #expect(try await scratch.resume(to: server.baseURL).code == 2)
            }
        }
    }
}
