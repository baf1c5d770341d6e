import FoundationEssentials
import Testing

/// Promise: data on standard output, all else on standard error, files where they are said to be.
@Suite(.timeLimit(.minutes(3))) struct OutputTests {
    @Test func `files go to the working directory`() async throws {
        try await withScratch { inputs in
            try inputs.prepareInputs(1)
            try await withScratch { scratch in
                let ending = try await scratch.campaign(
                    "send", inputs.path("clients.csv"), "--template", inputs.path("greeting.yaml"), "--from",
                    Inputs.sender, "--sandbox", key: nil)
                #expect(ending.code == 0)
                #expect(try scratch.names == ["clients.campaign", "clients.results.csv"])
                #expect(try inputs.names == ["clients.csv", "greeting.yaml"])
            }
        }
    }

    @Test(arguments: [
        (["--campaign", "spring.campaign"], ["spring.campaign", "spring.results.csv"]),
        (["--campaign", "spring"], ["spring", "spring.results.csv"]),
        (["--results", "out.csv"], ["clients.campaign", "out.csv"]),
        (["--results", "out.csv", "--campaign", "a.b.campaign"], ["a.b.campaign", "out.csv"]),
    ]) func `files are named as asked`(_ options: [String], _ names: [String]) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            let ending = try await scratch.campaign(scratch.sendArguments() + ["--sandbox"] + options)
            #expect(ending.code == 0)
            #expect(try scratch.names == (names + ["clients.csv", "greeting.yaml"]).sorted())
        }
    }

    @Test func `resume writes its results where it is told`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try await withStandIn { server in
                _ = try await scratch.send(to: server.baseURL, "--limit", "1")
                let ending = try await scratch.resume(
                    to: server.baseURL, "--results", "second.csv", "--format", "json")
                #expect(ending.code == 0)
                #expect(try Report(ending.output).results == "second.csv")
                #expect(try scratch.table("second.csv").statuses == ["accepted": 2])
                #expect(try scratch.table("clients.results.csv").statuses == ["accepted": 1, "pending": 1])
            }
        }
    }

    /// Scripts go by the code.
    @Test(arguments: [([], 2), (["--limit", "1", "--concurrency", "1"], 75)] as [([String], Int32)])
    func `a summary that nobody takes leaves the exit code as it is`(_ options: [String], _ code: Int32) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { _ in
                .refuse(500, "10007")
            } _: { server in
                let ending = try await scratch.shell(
                    #"exec "$@" >/dev/full"#, scratch.sendArguments(to: server.baseURL) + options)
                #expect(ending.code == code)
                #expect(ending.errors.contains("Standard output cannot be written"))
            }
        }
    }

    @Test func `only the owner may read what is written`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            let ending = try await scratch.shell(#"umask 0; exec "$@""#, scratch.sendArguments() + ["--sandbox"])
            #expect(ending.code == 0)
            for name in ["clients.campaign", "clients.results.csv"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path(name))
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
        }
    }

    /// A full disk behind standard output is no result of a campaign.
    @Test(arguments: [["--dry-run"], ["--sandbox"]])
    func `standard output that takes nothing is no success`(_ options: [String]) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            let ending = try await scratch.shell(#"exec "$@" > /dev/full"#, scratch.sendArguments() + options)
            #expect(ending.isFailure)
            #expect(ending.errors.contains("tandard output"))
        }
    }

    /// Nor does a full disk behind the results hide what became of the messages.
    @Test func `results that cannot be written hide nothing, and can be written later`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try await withStandIn { server in
                let ending = try await scratch.send(to: server.baseURL, "--results", "/dev/full")
                #expect(ending.code == 73)
                #expect(
                    ending.lines.dropFirst() == [
                        "  accepted  2", "No results were written. Write them with: campaign results clients.campaign",
                    ])
                #expect(ending.errors.contains("/dev/full cannot be written: No space left on device."))
                #expect(
                    try await scratch.campaign("results", "clients.campaign", "--output", "again.csv").code == 0)
                #expect(try scratch.table("again.csv").statuses == ["accepted": 2])
            }
        }
    }

    @Test func `a summary in JSON says the counts, the files and why the run stopped`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                let first = try await scratch.send(to: server.baseURL, "--limit", "2", "--format", "json")
                #expect(first.lines.count == 1)
                let report = try Report(first.output)
                #expect(report.counts == Counts(rows: 3, accepted: 2, pending: 1))
                #expect(report.campaign == "clients.campaign")
                #expect(report.results == "clients.results.csv")
                #expect(report.stopped == "limit")
                #expect(report.message?.contains("--limit") == true)
                #expect(try #require(report.seconds) >= 0)

                let second = try Report(try await scratch.resume(to: server.baseURL, "--format", "json").output)
                #expect(second.counts == Counts(rows: 3, accepted: 3))
                #expect(second.stopped == nil)
            }
        }
    }

    @Test func `a summary in text says the counts and where the results are`() async throws {
        try await withScratch { scratch in
            try scratch.write("phone,name\n+12025551001,A\n12,B\n", to: "clients.csv")
            try scratch.write(Inputs.greeting, to: "greeting.yaml")
            try await withStandIn { server in
                let ending = try await scratch.send(to: server.baseURL)
                #expect(ending.code == 1)
                #expect(ending.lines.first?.hasPrefix("2 rows in ") == true)
                #expect(
                    ending.lines.dropFirst()
                        == ["  accepted  1", "  rejected  1", "Results: clients.results.csv"])
                #expect(ending.errors.contains("clients.csv:3: row 2: error: Column 'phone':"))
            }
        }
    }

    @Test func `skipped rows are no failure`() async throws {
        try await withScratch { scratch in
            try scratch.write("phone,name\n+12025551001,A\n001 202 555-1001,B\n", to: "clients.csv")
            try scratch.write(Inputs.greeting, to: "greeting.yaml")
            try await withStandIn { server in
                let ending = try await scratch.send(to: server.baseURL)
                #expect(ending.code == 0)
                #expect(await server.posts.rows == [1])
                #expect(
                    try scratch.table("clients.results.csv").lines("message_to", "message_status", "message_error")
                        == [
                            "+12025551001 accepted ",
                            "+12025551001 skipped Row 1 has the same recipient, so this row is not sent.",
                        ])
            }
        }
    }

    @Test func `a quiet run says nothing on standard error`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                let ending = try await scratch.send(to: server.baseURL, "--quiet")
                #expect(ending.code == 0)
                #expect(ending.errors.isEmpty)
                #expect(ending.output.contains("accepted  3"))
            }
        }
    }

    @Test(arguments: [(["--verbose"], 30), ([], 20)])
    func `a verbose run names every rejected row`(_ options: [String], _ shown: Int) async throws {
        try await withScratch { scratch in
            try scratch.write((1...30).reduce("phone,name\n") { csv, _ in csv + "12,A\n" }, to: "clients.csv")
            try scratch.write(Inputs.greeting, to: "greeting.yaml")
            let ending = try await scratch.campaign(scratch.sendArguments() + ["--sandbox"] + options)
            #expect(ending.code == 1)
            #expect(ending.errors.split(separator: "\n").count { $0.contains(": error: ") } == shown)
            #expect(ending.errors.contains("10 more rows") == (shown < 30))
        }
    }
}
