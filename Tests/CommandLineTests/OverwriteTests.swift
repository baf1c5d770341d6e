import FoundationEssentials
import SystemPackage
import Testing

/// Promise: no output is written over an input or over the campaign file, however the paths are spelled.
@Suite(.timeLimit(.minutes(3))) struct OverwriteTests {
    @Test(arguments: [
        ["--results", "clients.csv"], ["--results", "./clients.csv"], ["--results", "../here/clients.csv"],
        ["--results", "greeting.yaml"],
        ["--results", "x.campaign", "--campaign", "x.campaign"], ["--results", "clients.campaign"],
        ["--results", "clients.campaign-wal"], ["--results", "x.campaign-shm", "--campaign", "x.campaign"],
        ["--results", "../here/clients.campaign-journal"],
    ]) func `the inputs of send stay`(_ options: [String]) async throws {
        try await withScratch { outside in
            let scratch = try outside.directory("here")
            try scratch.prepareInputs(2)
            let ending = try await scratch.campaign(scratch.sendArguments() + ["--sandbox"] + options)
            #expect([64, 73].contains(ending.code))
            #expect(!scratch.exists("clients.campaign"))
            #expect(try scratch.text(of: "clients.csv") == Inputs.recipients(2))
            #expect(try scratch.text(of: "greeting.yaml") == Inputs.greeting)
        }
    }

    /// The default name of the results may be that of the recipients, when they are results themselves.
    @Test func `the default results do not replace the recipients`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try scratch.write(Inputs.recipients(2), to: "spring.results.csv")
            let ending = try await scratch.campaign(
                "send", "spring.results.csv", "--template", "greeting.yaml", "--from", Inputs.sender, "--sandbox",
                "--campaign", "spring.campaign")
            #expect([64, 73].contains(ending.code))
            #expect(try scratch.text(of: "spring.results.csv") == Inputs.recipients(2))
        }
    }

    /// A name that was mistyped must not cost a file; only an earlier result is replaced.
    @Test func `what is no result stays`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try scratch.write("dear diary", to: "diary.csv")
            try scratch.write("", to: "empty.csv")
            for arguments in [
                scratch.sendArguments() + ["--sandbox", "--results", "diary.csv"],
                scratch.sendArguments() + ["--dry-run", "--results", "diary.csv"],
            ] {
                let ending = try await scratch.campaign(arguments)
                #expect(ending.code == 73)
                #expect(ending.errors.contains("diary.csv cannot be written: it exists already and is no result CSV."))
                #expect(!scratch.exists("clients.campaign"))
            }
            for _ in 1...2 { #expect(try await scratch.send("--dry-run", "--results", "empty.csv").code == 0) }
            #expect(try await scratch.send("--sandbox", "--limit", "1").code == 75)
            for arguments in [
                ["results", "clients.campaign", "--output", "diary.csv"],
                ["resume", "clients.campaign", "--sandbox", "--results", "diary.csv"],
            ] { #expect(try await scratch.campaign(arguments).code == 73) }
            #expect(try scratch.text(of: "diary.csv") == "dear diary")
            #expect(try scratch.table("clients.results.csv").statuses == ["accepted": 1, "pending": 1])
            #expect(try await scratch.campaign("resume", "clients.campaign", "--sandbox").code == 0)
            #expect(try scratch.table("clients.results.csv").statuses == ["accepted": 2])
        }
    }

    @Test(arguments: [
        ["results", "clients.campaign", "--output", "clients.campaign"],
        ["results", "clients.campaign", "--output", "./clients.campaign"],
        ["resume", "clients.campaign", "--sandbox", "--results", "clients.campaign"],
        ["resume", "clients.campaign", "--sandbox", "--results", "clients.campaign-wal"],
        ["results", "clients.campaign", "--output", "clients.campaign-journal"],
    ]) func `the campaign file stays`(_ arguments: [String]) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            #expect(try await scratch.send("--sandbox", "--limit", "1").code == 75)
            let ending = try await scratch.campaign(arguments)
            #expect([64, 73].contains(ending.code))
            #expect(try await scratch.campaign("status", "clients.campaign").code == 0)
        }
    }
}

extension Scratch {
    /// A directory in this one.
    fileprivate func directory(_ name: String) throws -> Scratch {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: false)
        return Scratch(directory: directory.appending(name))
    }
}
