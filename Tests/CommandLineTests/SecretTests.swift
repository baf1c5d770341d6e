import FoundationEssentials
import Subprocess
import Testing

/// Promise: the key is in no file, no output and no argument list.
@Suite(.timeLimit(.minutes(3))) struct SecretTests {
    @Test func `the key shows nowhere`() async throws {
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

    @Test func `a key that the server repeats is hidden`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try await withStandIn {
                .refuse($0.row == 1 ? 400 : 401, "1 \(Program.key)")
            } _: { server in
                let ending = try await scratch.send(to: server.baseURL, "--verbose", "--concurrency", "1")
                #expect(ending.code == 77)
                #expect(!(ending.output + ending.errors).contains(Program.key))
                #expect(try scratch.namesOfFilesWithKey == [])
                #expect(
                    try scratch.table("clients.results.csv").lines("message_status", "message_error_code")
                        == ["failed 1 <redacted>", "pending 1 <redacted>"])
            }
        }
    }

    @Test func `the key is in no argument list, and in no file of a run that was killed`() async throws {
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

    /// One byte is less than any core, and keeps the kernel from handing one to a crash reporter.
    @Test func `the memory of a crash is not written`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            try await withStandIn { _ in
                .hold
            } _: { server in
                _ = try await scratch.campaign(scratch.sendArguments(to: server.baseURL), input: .none) { running in
                    await server.wait(forPosts: 1)
                    let limits = try running.limits
                    #expect(limits.contains(#/Max core file size +1 +1 /#))
                    await server.release()
                }
            }
        }
    }

    /// The result CSV has them, and `--verbose` shows them.
    @Test func `numbers are masked in what is said`() async throws {
        try await withScratch { scratch in
            try scratch.write("phone,name\n+12025551001,+1 (202) 555-7788\n", to: "clients.csv")
            try scratch.write("type: text\ntext: { body: \"{{ name | date: '%Y' }}\" }\n", to: "greeting.yaml")
            let ending = try await scratch.send("--sandbox")
            #expect(ending.code == 1)
            #expect(ending.errors.contains("cannot read the date '+1202•••7788'"))
            #expect(try scratch.table("clients.results.csv")["message_error"][0].contains("'+1 (202) 555-7788'"))
            #expect(try await scratch.send("--dry-run", "--verbose").errors.contains("'+1 (202) 555-7788'"))

            try scratch.write("+12025551001,Ada\n", to: "clients.csv")
            let headless = try await scratch.send("--dry-run")
            #expect(headless.code == 65)
            #expect(headless.errors.contains("The columns are '+1202•••1001', 'Ada'."))
        }
    }
}

extension Scratch {
    /// The files that have the key somewhere in their bytes.
    fileprivate var namesOfFilesWithKey: [String] {
        get throws { try names.filter { try bytes(of: $0).contains(Data(Program.key.utf8)) } }
    }
}
