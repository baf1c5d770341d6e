import FoundationEssentials
import Testing

/// Promise: exit codes 65, 66 and 73 before the first message, with the place and the reason.
@Suite(.timeLimit(.minutes(3))) struct WrongInputTests {
    /// One input that is wrong, and what the user is told.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var recipients = Inputs.recipients(2)
        var template = Inputs.greeting
        var options: [String] = []
        let message: String

        init(
            _ name: String, recipients: String = Inputs.recipients(2), template: String = Inputs.greeting,
            options: [String] = [], says message: String
        ) {
            testDescription = name
            self.recipients = recipients
            self.template = template
            self.options = options
            self.message = message
        }
    }

    static let mistakes = [
        Mistake("unknown placeholder", template: "type: text\ntext: { body: \"{{ nam }}\" }", says: "greeting.yaml:2:"),
        Mistake("unknown field", template: "type: text\ntxt: { body: Hello }", says: "greeting.yaml:2:1: error: "),
        Mistake("no YAML", template: "type: [text\n", says: "greeting.yaml:"),
        Mistake("empty template", template: "", says: "greeting.yaml: error: The template is empty."),
        Mistake("unclosed placeholder", template: "type: text\ntext: { body: \"{{ name\" }", says: "greeting.yaml:2:"),
        Mistake("no recipient column", recipients: "name,email\nA,a@example.com\n", says: "'name', 'email'"),
        Mistake("two recipient columns", recipients: "phone,mobile\n+12025551001,+12025551001\n", says: "--to-column"),
        Mistake("other column wanted", options: ["--to-column", "phon"], says: "Did you mean 'phone'?"),
        Mistake("empty file", recipients: "", says: "clients.csv: error: "),
        Mistake("column without a name", recipients: "phone,,name\n+12025551001,,A\n", says: "clients.csv:1: error: "),
        Mistake("column named twice", recipients: "phone,a,a\n+12025551001,,A\n", says: "clients.csv:1: error: "),
        Mistake("unclosed quote", recipients: "phone,name\n+12025551001,\"A\n", says: "clients.csv:2:14: error: "),
        Mistake("stray quote", recipients: "phone,name\n+12025551001,A\"B\"\n", says: "clients.csv:2:15: error: "),
        Mistake("binary", recipients: "phone,name\n+12025551001,A\0\n", says: "clients.csv:2:15: error: "),
        Mistake(
            "rejected row and --strict", recipients: "phone,name\n+12025551001,A\n12,B\n", options: ["--strict"],
            says: "Error: 1 row is wrong, and --strict is set: nothing was sent. Results: clients.results.csv"),
    ]

    @Test(arguments: mistakes) func `nothing is sent, and the mistake is named`(_ mistake: Mistake) async throws {
        try await withScratch { scratch in
            try scratch.write(mistake.recipients, to: "clients.csv")
            try scratch.write(mistake.template, to: "greeting.yaml")
            try await withStandIn { server in
                let ending = try await scratch.campaign(scratch.sendArguments(to: server.baseURL) + mistake.options)
                #expect(ending.code == 65)
                #expect(ending.errors.contains(mistake.message))
                #expect(ending.output.isEmpty)
                #expect(await server.posts.isEmpty)
                #expect(!scratch.exists("clients.campaign"))
            }
        }
    }

    /// What was not sent leaves nothing that would have to be resumed.
    @Test func `a strict run whose results cannot be written leaves no campaign`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            try scratch.write("phone,name\n+12025551001,A\n12,B\n", to: "clients.csv")
            try await withStandIn { server in
                let ending = try await scratch.send(to: server.baseURL, "--strict", "--results", "/dev/full")
                #expect(ending.code == 73)
                #expect(!scratch.exists("clients.campaign"))
                #expect(await server.posts.isEmpty)
            }
        }
    }

    @Test func `a strict run without rejected rows is sent`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try await withStandIn { server in
                let ending = try await scratch.send(to: server.baseURL, "--strict")
                #expect(ending.code == 0)
                #expect(await server.posts.count == 2)
            }
        }
    }

    static let send = ["send", "clients.csv", "--template", "greeting.yaml", "--from", Inputs.sender, "--yes"]

    /// What cannot be read, and what cannot be created.
    static let files: [([String], Int32, String)] = [
        (["send", "missing.csv"] + send.dropFirst(2), 66, "missing.csv"),
        (["send", "folder"] + send.dropFirst(2), 66, "folder"),
        (["send", "clients.csv", "--template", "missing.yaml", "--from", Inputs.sender, "--yes"], 66, "missing.yaml"),
        (["send", "clients.csv", "--template", "folder", "--from", Inputs.sender, "--yes"], 66, "folder"),
        (["resume", "missing.campaign", "--yes"], 66, "missing.campaign"),
        (["resume", "junk.campaign", "--yes"], 66, "junk.campaign is not a campaign file"),
        (["resume", "folder", "--yes"], 66, "folder"),
        (["status", "missing.campaign"], 66, "missing.campaign"),
        (["status", "junk.campaign"], 66, "junk.campaign is not a campaign file"),
        (["status", "folder"], 66, "folder"),
        (["results", "missing.campaign"], 66, "missing.campaign"),
        (["results", "junk.campaign"], 66, "junk.campaign is not a campaign file"),
        (["results", "empty.campaign"], 65, "empty.campaign is not complete"),
        (send + ["--campaign", "nowhere/x.campaign"], 73, "nowhere/"),
        (send + ["--campaign", "folder"], 73, "folder"),
        (send + ["--campaign", "junk.campaign"], 73, "junk.campaign exists already"),
        (send + ["--results", "nowhere/x.csv"], 73, "nowhere/x.csv"),
        (send + ["--results", "folder"], 73, "folder"),
    ]

    @Test(arguments: files)
    func `a file that cannot be used is named, and nothing is left`(
        _ arguments: [String], _ code: Int32, _ message: String
    ) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try scratch.write("This is no SQLite file, though it is longer than a header of one.", to: "junk.campaign")
            try scratch.write("", to: "empty.campaign")
            try FileManager.default.createDirectory(atPath: scratch.path("folder"), withIntermediateDirectories: false)
            let names = try scratch.names
            try await withStandIn { server in
                let ending = try await scratch.campaign(arguments, baseURL: server.baseURL)
                #expect(ending.code == code)
                #expect(ending.errors.contains(message))
                #expect(ending.output.isEmpty)
                #expect(try scratch.names == names)
                #expect(await server.posts.isEmpty)
            }
        }
    }
}
