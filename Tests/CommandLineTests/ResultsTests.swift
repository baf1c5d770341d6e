import Subprocess
import Testing

/// Promise: the result CSV can be written again at any time, in part, and can be the next campaign's input.
@Suite(.timeLimit(.minutes(3))) struct ResultsTests {
    @Test func `standard output and a file hold the same bytes`() async throws {
        try await withCampaign { scratch in
            let first = try scratch.text(of: "clients.results.csv")
            let printed = try await scratch.campaign("results", "clients.campaign", key: nil)
            #expect(printed.code == 0)
            #expect(printed.output == first)
            #expect(printed.errors.isEmpty)

            let written = try await scratch.campaign("results", "clients.campaign", "--output", "again.csv", key: nil)
            #expect(written.code == 0)
            #expect(written.output.isEmpty)
            #expect(try scratch.text(of: "again.csv") == first)
            #expect(try scratch.names.filter { $0.hasSuffix(".tmp") } == [])
        }
    }

    @Test(arguments: [
        (["accepted"], ["1", "3", "7"]), (["failed"], ["2", "4"]),
        (["failed", "skipped", "rejected"], ["2", "4", "5", "6"]),
        (["unknown"], []),
    ]) func `some statuses can be had alone`(_ statuses: [String], _ rows: [String]) async throws {
        try await withCampaign { scratch in
            let ending = try await scratch.campaign(
                ["results", "clients.campaign"] + statuses.flatMap { ["--only", $0] })
            #expect(ending.code == 0)
            let table = try Table(ending.output)
            #expect(table["message_row"] == rows)
            #expect(table.header == (try scratch.table("clients.results.csv").header))
        }
    }

    @Test func `an output that cannot be created is named`() async throws {
        try await withCampaign { scratch in
            let ending = try await scratch.campaign("results", "clients.campaign", "--output", "nowhere/x.csv")
            #expect(ending.code == 73)
            #expect(ending.errors.contains("nowhere/x.csv"))
        }
    }

    /// The signal may come too late, when the file is whole.
    @Test(arguments: StoppingSignal.all) func `a signal leaves nothing unfinished`(_ stop: StoppingSignal) async throws
    {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            try scratch.write(Inputs.wideRecipients(2000), to: "clients.csv")
            #expect(try await scratch.send("--sandbox", "--limit", "1").code == 75)
            let ending = try await scratch.campaign(
                ["results", "clients.campaign", "--output", "again.csv"], input: .none
            ) { running in
                try await running.poll { try scratch.unfinishedResults > 0 }
                try running.send(signal: stop.signal)
            }
            #expect([stop.code, 0].contains(ending.code))
            #expect(ending.errors.isEmpty)
            #expect(scratch.exists("again.csv") == (ending.code == 0))
            #expect(try scratch.names.filter { $0.hasSuffix(".tmp") } == [])
        }
    }

    @Test func `the failed part can be the next input`() async throws {
        try await withCampaign { scratch in
            _ = try await scratch.campaign(
                "results", "clients.campaign", "--only", "failed", "--output", "failed.csv")
            let failed = try scratch.table("failed.csv")
            try await withStandIn { server in
                let ending = try await scratch.campaign(
                    "send", "failed.csv", "--template", "greeting.yaml", "--from", Inputs.sender, "--yes",
                    "--base-url", server.baseURL)
                #expect(ending.code == 0)
                let again = try scratch.table("failed.results.csv")
                #expect(again.header == failed.header)
                #expect(
                    again.lines("phone", "name", "message_row", "message_status", "message_error_code") == [
                        "+12025551002 B 1 accepted ", "+12025551004 D 2 accepted ",
                    ])
                #expect(await server.posts.sorted { $0.row < $1.row }.map(Reply.id) == again["message_id"])
            }
        }
    }

    /// Its cells may stand in the wrong columns, so the row waits until somebody has looked at it.
    @Test func `rows of the wrong width keep their cells, and are not sent by mistake`() async throws {
        try await withScratch { scratch in
            try scratch.write(Inputs.greeting, to: "greeting.yaml")
            try scratch.write("phone,name\n+12025551001,Ada,Lovelace,x\n+12025551002\n", to: "clients.csv")
            try await withStandIn { server in
                #expect(try await scratch.send(to: server.baseURL).code == 1)
                let cells = ["+12025551001 Ada,Lovelace,x wrong_cell_count", "+12025551002  wrong_cell_count"]
                let table = try scratch.table("clients.results.csv")
                #expect(table.lines("phone", "name", "message_error_code") == cells)

                let again = [
                    "--template", "greeting.yaml", "--from", Inputs.sender, "--yes", "--base-url", server.baseURL,
                ]
                _ = try await scratch.campaign(["send", "clients.results.csv", "--results", "b.csv"] + again)
                #expect(await server.posts.isEmpty)
                #expect(try scratch.table("b.csv").lines("phone", "name", "message_error_code") == cells)

                let corrected = try scratch.text(of: "b.csv").replacing("wrong_cell_count", with: "")
                try scratch.write(corrected, to: "corrected.csv")
                #expect(try await scratch.campaign(["send", "corrected.csv"] + again).code == 0)
                #expect(await server.posts.rows == [1, 2])
            }
        }
    }

    /// Runs `body` beside a finished campaign of seven rows: 1, 3, 7 accepted, 2, 4 failed, 5 skipped, 6 rejected.
    private func withCampaign(_ body: (Scratch) async throws -> Void) async throws {
        try await withScratch { scratch in
            try scratch.write(
                """
                phone,name
                +12025551001,A
                +12025551002,B
                +12025551003,"C, ""the third""
                of them"
                +12025551004,D
                +12025551001,E
                12,F
                +12025551007,G

                """, to: "clients.csv")
            try scratch.write(Inputs.greeting, to: "greeting.yaml")
            try await withStandIn {
                [2, 4].contains($0.row) ? .refuse(400, "40310") : .accept
            } _: { server in
                #expect(try await scratch.send(to: server.baseURL).code == 1)
                try await body(scratch)
            }
        }
    }
}
