import FoundationEssentials
import Subprocess
import Testing

/// Promise: the key is in no file, no output and no argument list.
@Suite(.timeLimit(.minutes(3))) struct SecretTests {
    @Test func keyShowsNowhere() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(6)
            try await withStandIn {
                $0.row == 6 ? .refuse(401, "10009") : .accept
            } _: { server in
                let endings = [
                    try await scratch.send("--dry-run", "--verbose", "--results", "dry.csv"),
                    try await scratch.send(to: server.baseURL, "--limit", "2", "--verbose", "--format", "json"),
                    try await scratch.resume(to: server.baseURL, "--verbose"),
                    try await scratch.send(to: server.baseURL),
                    try await scratch.resume(to: "http://127.0.0.1:1/v2", "--attempts", "1", "--verbose"),
                    try await scratch.campaign("status", "clients.campaign", "--format", "json"),
                    try await scratch.campaign("results", "clients.campaign", "--output", "again.csv"),
                    try await scratch.campaign("results", "clients.campaign"),
                    try await scratch.campaign("send", "--help"),
                ]
                #expect(endings.map(\.code) == [0, 75, 77, 73, 75, 0, 0, 0, 0])
                for ending in endings { #expect(!(ending.output + ending.errors).contains(Program.key)) }
                #expect(try scratch.namesOfFilesWithKey == [])
                #expect(await server.posts.count == 6)
            }
        }
    }

    @Test func keyIsInNoArgumentListAndInNoFileOfARunThatWasKilled() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { _ in
                .hold
            } _: { server in
                _ = try await scratch.campaign(scratch.sendArguments(to: server.baseURL), input: .none) { running in
                    await server.wait(forPosts: 3)
                    let list = URL(filePath: "/proc/\(running.processIdentifier.value)/cmdline")
                    let arguments = String(decoding: try Data(contentsOf: list), as: UTF8.self)
                    #expect(arguments.contains("clients.csv"))
                    #expect(!arguments.contains(Program.key))
                    try running.send(signal: .kill)
                }
                #expect(try scratch.namesOfFilesWithKey == [])
            }
        }
    }
}

extension Scratch {
    /// The files that have the key somewhere in their bytes.
    fileprivate var namesOfFilesWithKey: [String] {
        get throws { try names.filter { try bytes(of: $0).contains(Data(Program.key.utf8)) } }
    }
}
