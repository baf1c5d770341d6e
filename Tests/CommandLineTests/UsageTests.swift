import FoundationEssentials
import Testing

/// Promise: exit code 64, with a sentence, before anything is read or written.
@Suite(.timeLimit(.minutes(3))) struct UsageTests {
    static let send = ["send", "clients.csv", "--template", "greeting.yaml", "--from", Inputs.sender, "--yes"]

    static let mistakes: [[String]] = [
        ["unheard-of"], ["send"], ["resume"], ["status"], ["results"],
        ["send", "clients.csv", "--from", Inputs.sender, "--yes"],
        ["send", "clients.csv", "--template", "greeting.yaml", "--yes"],
        ["send", "clients.csv", "--template", "greeting.yaml", "--from", "5550999", "--yes"],
        ["send", "clients.csv", "--template", "greeting.yaml", "--from", "US.13491208655302741918", "--yes"],
        send + ["--rate", "fast"], send + ["--rate", "0"], send + ["--rate", "80/day"], send + ["--rate", "-1"],
        send + ["--concurrency", "0"], send + ["--limit", "0"], send + ["--limit", "many"],
        send + ["--attempts", "0"], send + ["--halt-after", "-1"], send + ["--timeout", "0s"],
        send + ["--timeout", "30"], send + ["--on-ambiguous", "guess"], send + ["--delimiter", "x"],
        send + ["--format", "xml"], send + ["--quiet", "--verbose"],
        send + ["--base-url", "http://api.example.com/v2"], send + ["--base-url", "ftp://127.0.0.1/v2"],
        send + ["--base-url", "nonsense"], send + ["--sandbox", "--base-url", "http://127.0.0.1:1/v2"],
        send + ["--unheard-of"], send + ["more.csv"], send + ["--api-key", "KEY"],
        ["resume", "clients.campaign", "--retry", "accepted", "--yes"],
        ["status", "clients.campaign", "--format", "xml"], ["results", "clients.campaign", "--only", "sent"],
        ["sandbox", "--port", "65536"], ["sandbox", "--rate-limit", "0"], ["sandbox", "--fail", "2:500"],
        ["sandbox", "--drop", "nonsense"],
    ]

    @Test(arguments: mistakes) func `a mistake is explained, and nothing is written`(_ arguments: [String]) async throws
    {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            let ending = try await scratch.campaign(arguments)
            #expect(ending.code == 64)
            #expect(ending.output.isEmpty)
            #expect(ending.errors.contains("Error: ") || ending.errors.hasPrefix("Missing"))
            #expect(try scratch.names == ["clients.csv", "greeting.yaml"])
        }
    }

    /// What is right is said beside what is wrong.
    @Test(arguments: [
        (send + ["--rate", "0"], "'--rate <rate>': Write messages and their unit of time, such as 80/s"),
        (send + ["--rate", "80/day"], "'--rate <rate>': Write messages and their unit of time, such as 80/s"),
        (
            send + ["--timeout", "5"],
            "'--timeout <duration>': Write a duration with its unit (ms, s, min, h), at most a day, such as 5s."
        ),
        // Who wanted a dry run must not be told to say --yes.
        (Array(send.dropLast()) + ["--dryrun"], "Unknown option '--dryrun'. Did you mean '--dry-run'?"),
        (send + ["--timeout", "5m"], "Write a duration with its unit (ms, s, min, h), at most a day, such as 30s."),
        (send + ["--timeout", "0ms"], "'--timeout <duration>': Write a duration longer than nothing, such as 30s."),
        (send + ["--concurrency", "0"], "'--concurrency <concurrency>': Write a whole number from 1 to 10000."),
        (send + ["--limit", "many"], "'--limit <limit>': Write a whole number, at least 1."),
        (send + ["--attempts", "0"], "'--attempts <attempts>': Write a whole number, at least 1."),
        (send + ["--halt-after=-1"], "'--halt-after <halt-after>': Write a whole number, at least 0."),
        (send + ["--on-ambiguous", "guess"], "Please provide one of 'hold' and 'retry'."),
        (send + ["--delimiter", "x"], "Please provide one of ',', ';', 'tab' or '|'."),
        (send + ["--encoding", "latin1"], "Please provide one of 'utf-8', 'utf-16' or 'windows-1252'."),
        (send + ["--format", "xml"], "Please provide one of 'text' and 'json'."),
        (["resume", "x", "--retry", "accepted", "--yes"], "Please provide one of 'failed' and 'unknown'."),
        (["sandbox", "--port", "65536"], "'--port <port>': Write a whole number from 0 to 65535."),
        (
            ["sandbox", "--latency", "5"],
            "'--latency <duration>': Write a duration with its unit (ms, s, min, h), at most a day, such as 5s."
        ),
        (["sandbox", "--rate-limit", "0"], "'--rate-limit <rate-limit>': Write a whole number, at least 1."),
        (["sandbox", "--fail", "2:500"], "'--fail <rate:status>': '2' is not a rate from 0 to 1, such as 0.05."),
        (["sandbox", "--fail", "1"], "'--fail <rate:status>': '1' is not RATE:STATUS, such as 0.05:500."),
        (["sandbox", "--drop", "often"], "'--drop <drop>': 'often' is not a rate from 0 to 1, such as 0.05."),
        (["sandbox", "--seed", "x"], "'--seed <seed>': Write a whole number, at least 0."),
    ])
    func `a wrong value is answered with what would be right`(_ arguments: [String], _ says: String) async throws {
        try await withScratch { scratch in
            let ending = try await scratch.campaign(arguments)
            #expect(ending.code == 64)
            #expect(ending.errors.contains(says), "\(ending.errors)")
        }
    }

    @Test(arguments: [
        ["send", "clients.csv", "--template", "greeting.yaml", "--from", Inputs.sender], ["resume", "x"],
    ])
    func `without a terminal, consent must be given`(_ arguments: [String]) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            let ending = try await scratch.campaign(arguments)
            #expect(ending.code == 64)
            #expect(ending.errors.contains("--yes"))
            #expect(try scratch.names == ["clients.csv", "greeting.yaml"])
        }
    }

    @Test(arguments: [
        [], ["send"], ["resume"], ["status"], ["results"], ["sandbox"], ["schema"],
    ]) func `help is data`(_ command: [String]) async throws {
        try await withScratch { scratch in
            let ending = try await scratch.campaign(command + ["--help"], key: nil)
            #expect(ending.code == 0)
            #expect(ending.output.contains("USAGE: \((["campaign"] + command).joined(separator: " "))"))
            #expect(ending.errors.isEmpty)
        }
    }

    @Test func `the schema is JSON`() async throws {
        try await withScratch { scratch in
            let ending = try await scratch.campaign("schema", key: nil)
            #expect(ending.code == 0)
            #expect(ending.errors.isEmpty)
            struct Schema: Decodable { let type: String }
            #expect(try JSONDecoder().decode(Schema.self, from: Data(ending.output.utf8)).type == "object")
        }
    }

    @Test func `the version is one line`() async throws {
        try await withScratch { scratch in
            let ending = try await scratch.campaign("--version", key: nil)
            #expect(ending.code == 0)
            #expect(ending.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        }
    }
}
