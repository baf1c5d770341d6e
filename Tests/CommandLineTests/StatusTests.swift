import FoundationEssentials
import Subprocess
import Testing

/// Promise: `status` says where a campaign stands, also while it is sent, in text and in JSON.
@Suite(.timeLimit(.minutes(3))) struct StatusTests {
    @Test func `the text names the origin and the counts`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                _ = try await scratch.send(to: server.baseURL, "--limit", "1")
                let status = try await scratch.campaign("status", "clients.campaign", key: nil)
                #expect(status.code == 0)
                #expect(status.errors.isEmpty)
                #expect(
                    status.lines.dropFirst() == [
                        "  sender    +15005550999", "  template  greeting.yaml", "  accepted  1", "  pending   2",
                    ])
                #expect(status.output.hasPrefix("clients.campaign: 3 rows from clients.csv, created 2"))
            }
        }
    }

    @Test func `the JSON has its keys`() async throws {
        try await withScratch { scratch in
            try scratch.write("phone,name\n+12025551001,A\n+12025551001,B\n12,C\n+12025551004,D\n", to: "clients.csv")
            try scratch.write(Inputs.greeting, to: "greeting.yaml")
            try await withStandIn {
                $0.row == 4 ? .refuse(400, "40310") : .accept
            } _: { server in
                _ = try await scratch.send(to: server.baseURL)
                let status = try await scratch.campaign("status", "clients.campaign", "--format", "json", key: nil)
                #expect(status.code == 0)
                #expect(status.lines.count == 1)
                let report = try Report(status.output)
                #expect(report.counts == Counts(rows: 4, accepted: 1, failed: 1, rejected: 1, skipped: 1))
                #expect(report.campaign == "clients.campaign")
                #expect(report.from == "+15005550999")
                #expect(report.template == "greeting.yaml")
                #expect(report.recipients == "clients.csv")
                #expect(report.recipientsSHA256?.count == 64)
                let id = try #require(report.id)
                #expect(await server.posts.map(\.key).sorted() == ["\(id)-1", "\(id)-4"])
                #expect(report.createdAt?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
            }
        }
    }

    @Test func `a campaign can be looked at while it is sent`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(8)
            try await withStandIn {
                $0.number <= 3 ? .accept : .hold
            } _: { server in
                let ending = try await scratch.campaign(
                    scratch.sendArguments(to: server.baseURL) + ["--concurrency", "2", "--timeout", "10min"],
                    input: .none
                ) { _ in
                    await server.wait(forPosts: 5)
                    let status = try await scratch.campaign("status", "clients.campaign", "--format", "json")
                    #expect(try Report(status.output).counts == Counts(rows: 8, accepted: 3, unknown: 2, pending: 3))
                    let results = try await scratch.campaign("results", "clients.campaign")
                    #expect(try Table(results.output).statuses == ["accepted": 3, "unknown": 2, "pending": 3])
                    await server.release()
                }
                #expect(ending.code == 0)
            }
        }
    }
}
