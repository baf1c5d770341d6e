import GRDB
import SystemPackage
import Telnyx
import Testing

@testable import Campaigns

/// Runs that send nothing: they need no network.
@Suite struct CampaignTests {
    static let csv = "phone,name\n+442079460001,Ada\n12,Bo\n+442079460001,Cy\n"

    private func run(
        _ csv: String = csv, in directory: FilePath, _ events: Recorder, strict: Bool = false,
        results: FilePath? = nil
    ) async throws -> Summary {
        let path = directory.appending("people.csv")
        try path.write(csv.utf8)
        var source = try CampaignSource.sample(path)
        source.isStrict = strict
        let campaign = Campaign(
            path: directory.appending("people.campaign"), results: results, stop: StopSignal(), events: events)
        return try await campaign.send(source, SendingOptions(), over: try nowhere())
    }

    private func nowhere(_ path: String = "/v2") throws -> Connection {
        Connection(
            baseURL: try BaseURL("http://127.0.0.1:1\(path)"), key: try #require(APIKey("KEY")), timeout: .seconds(1),
            userAgent: "campaign/test")
    }

    @Test func `who says no sends nothing, and nothing is left`() async throws {
        try await withScratch { directory in
            let events = Recorder()
            await #expect(throws: Refusal.declined) { try await run(in: directory, events) }
            #expect(events.asked == [Tally([.pending: 1])])
            #expect(events.rows == 3)
            #expect(events.findings.filter { $0.severity == .error }.map(\.code) == ["invalid_number"])
            let names = try directory.names()
            #expect(names == ["people.csv"])
        }
    }

    @Test func `strict stops at a rejected row, and says which`() async throws {
        try await withScratch { directory in
            let events = Recorder(consents: true)
            let refusal = Refusal.strict(rejected: 1, results: directory.appending("people.results.csv").string)
            await #expect(throws: refusal) { try await run(in: directory, events, strict: true) }
            #expect(events.asked.isEmpty)
            #expect(try directory.names() == ["people.csv", "people.results.csv"])
            let lines = try directory.appending("people.results.csv").text().split(separator: "\n")
            #expect(
                lines.map { $0.split(separator: ",", omittingEmptySubsequences: false)[4] } == [
                    "message_status", "pending", "rejected", "skipped",
                ])
        }
    }

    @Test(arguments: [("80", 0), ("4800/min", 0), ("81/s", 1), ("4801/min", 1)])
    func `a rate above that of most numbers deserves a look`(_ rate: String, _ warnings: Int) async throws {
        try await withScratch { directory in
            let path = directory.appending("people.csv")
            try path.write("phone,name\n+442079460001,Ada\n".utf8)
            let events = Recorder()
            let campaign = Campaign(
                path: directory.appending("people.campaign"), results: nil, stop: StopSignal(), events: events)
            let sending = SendingOptions(rate: try #require(Rate(rate)))
            await #expect(throws: Refusal.declined) {
                try await campaign.send(try CampaignSource.sample(path), sending, over: try nowhere())
            }
            let found = events.findings.filter { $0.code == "fast_rate" }
            #expect(found.count == warnings)
            #expect(found.allSatisfy { $0.severity == .warning && $0.file == "--rate \(rate)" })
        }
    }

    @Test(arguments: [("/v2", 0), ("", 1)])
    func `an address without a path deserves a look`(_ path: String, _ warnings: Int) async throws {
        try await withScratch { directory in
            let file = try await interrupted(at: [:], in: directory)
            let events = Recorder()
            let campaign = Campaign(path: file, results: nil, stop: StopSignal(), events: events)
            await #expect(throws: Refusal.declined) {
                _ = try await campaign.resume(retrying: [], SendingOptions(), over: try nowhere(path))
            }
            #expect(events.findings.map(\.code) == Array(repeating: "no_path", count: warnings))
            #expect(events.findings.allSatisfy { $0.file == "http://127.0.0.1:1" })
        }
    }

    @Test func `a campaign file that is not there is said before its results`() async throws {
        try await withScratch { directory in
            let path = directory.appending("no").appending("a.campaign")
            let campaign = Campaign(path: path, results: nil, stop: StopSignal(), events: Recorder())
            await #expect(throws: CampaignFileError.missing(path: path.string)) {
                _ = try await campaign.resume(retrying: [], SendingOptions(), over: try nowhere())
            }
        }
    }

    /// Somebody has put another folder into this one's place while its campaign was sent.
    @Test func `another campaign's results are not written as this one's`() async throws {
        try await withScratch { directory in
            let (folder, other) = (directory.appending("a"), directory.appending("b"))
            for folder in [folder, other] { try folder.createDirectory() }
            let path = try await interrupted(at: [:], in: folder)
            try CampaignFile.sample([.pending(1)], in: other).end()
            let events = Recorder(consents: true) {
                do {
                    // Progress is told several times.
                    guard other.exists else { return }
                    try folder.rename(to: directory.appending("moved"))
                    try other.rename(to: folder)
                } catch {
                    Issue.record(error)
                }
            }
            let campaign = Campaign(path: path, results: nil, stop: StopSignal(), events: events)
            let summary = try await campaign.resume(retrying: [], SendingOptions(attempts: 1), over: try nowhere())
            #expect(summary.results == nil)
            #expect(summary.tally == Tally([.pending: 3]))
            #expect(events.findings.map(\.code) == ["not_written"])
            #expect(try folder.names() == ["a.campaign"])
        }
    }

    @Test func `a file that turns out to be wrong leaves nothing`() async throws {
        try await withScratch { directory in
            await #expect(throws: InputError.self) {
                try await run("phone,name\n+442079460001,\"Ada\n", in: directory, Recorder(consents: true))
            }
            let names = try directory.names()
            #expect(names == ["people.csv"])
        }
    }

    @Test func `a campaign file in the way is left alone`() async throws {
        try await withScratch { directory in
            let path = directory.appending("people.campaign")
            try path.write("dear diary".utf8)
            await #expect(throws: CampaignFileError.foreign(path: path.string)) {
                try await run(in: directory, Recorder(consents: true))
            }
            #expect(try path.text() == "dear diary")
            #expect(try directory.names() == ["people.campaign", "people.csv"])
        }
    }

    @Test func `results that cannot be written stop the run before it begins`() async throws {
        try await withScratch { directory in
            let events = Recorder(consents: true)
            let results = directory.appending("no").appending("a.csv")
            await #expect(throws: OutputError(path: results.string, cause: "No such file or directory")) {
                try await run(in: directory, events, results: results)
            }
            #expect(events.rows == 0)
            let names = try directory.names()
            #expect(names == ["people.csv"])
        }
    }

    @Test func `nobody to reach leaves everything pending, and the results are there`() async throws {
        try await withScratch { directory in
            let path = directory.appending("people.csv")
            try path.write(Self.csv.utf8)
            let campaign = Campaign(
                path: directory.appending("people.campaign"), results: nil, stop: StopSignal(),
                events: Recorder(consents: true))
            let summary = try await campaign.send(
                try CampaignSource.sample(path), SendingOptions(attempts: 1), over: try nowhere())
            #expect(summary.tally == Tally([.pending: 1, .rejected: 1, .skipped: 1]))
            #expect(summary.exitStatus == .stopped)
            #expect(summary.stop?.word == "unreachable")
            #expect(try directory.names() == ["people.campaign", "people.csv", "people.results.csv"])
        }
    }

    /// Sent in 1970, which is more than a day ago on any clock.
    @Test func `who repeats what Telnyx no longer knows is warned`() async throws {
        try await withScratch { directory in
            let path = try await interrupted(at: [1: 0, 2: Timestamp.now()], in: directory)
            for (statuses, warnings) in [([], []), ([Status.unknown], ["key_forgotten"])] as [(Set<Status>, [String])] {
                let events = Recorder()
                let campaign = Campaign(path: path, results: nil, stop: StopSignal(), events: events)
                await #expect(throws: Refusal.declined) {
                    _ = try await campaign.resume(retrying: statuses, SendingOptions(), over: try nowhere())
                }
                #expect(events.findings.map(\.code) == warnings)
                #expect(events.asked == [Tally(statuses.isEmpty ? [.pending: 1] : [.pending: 1, .unknown: 2])])
                // A no changes nothing: the next run may be one that repeats them.
                let file = try CampaignFile.open(at: path)
                #expect(try [1, 2, 3].map(file.status) == ["sending", "sending", "pending"])
                try file.end()
                #expect(events.findings.allSatisfy { $0.message.hasPrefix("1 of the messages to repeat") })
            }
        }
    }

    @Test(arguments: [("1/h", ["early"]), ("1/s", [])])
    func `who goes on at once is told how long the cap holds`(_ rate: String, _ warnings: [String]) async throws {
        try await withScratch { directory in
            let path = try await interrupted(at: [1: Timestamp.now()], in: directory)
            let events = Recorder()
            let campaign = Campaign(path: path, results: nil, stop: StopSignal(), events: events)
            let sending = SendingOptions(rate: try #require(Rate(rate)))
            await #expect(throws: Refusal.declined) {
                _ = try await campaign.resume(retrying: [], sending, over: try nowhere())
            }
            #expect(events.findings.map(\.code) == warnings)
            #expect(events.findings.allSatisfy { $0.message.contains(/goes in (1 h 0 min|59 min [0-9]+ s)/) })
        }
    }

    /// A message that has vanished is neither sent nor passed over in silence.
    @Test func `a message that is gone is no success`() async throws {
        try await withScratch { directory in
            let path = try await interrupted(at: [1: 0, 3: 0], in: directory)
            let database = try DatabaseQueue(path: path.string)
            try await database.write { try $0.execute(sql: "DELETE FROM message WHERE row = 2") }
            try database.close()
            let campaign = Campaign(
                path: path, results: nil, stop: StopSignal(), events: Recorder(consents: true))
            let summary = try await campaign.resume(retrying: [], SendingOptions(), over: try nowhere())
            #expect(summary.tally == Tally([.pending: 1, .unknown: 2]))
            #expect(summary.stop == .cannotRecord(.damaged(path)))
        }
    }

    /// A campaign file of three rows, of which some were sent at some time, and their outcome is not known.
    private func interrupted(at times: [Int: Int], in directory: FilePath) async throws -> FilePath {
        let file = try CampaignFile.sample([.pending(1), .pending(2), .pending(3)], in: directory)
        for (row, at) in times { try await Outbox(file).commit(.init(row: row, event: .intent, at: at)) }
        try file.end()
        return file.path
    }

    @Test(arguments: [
        ("a.campaign", "a.results.csv"), ("out/a.campaign", "out/a.results.csv"), ("a", "a.results.csv"),
        ("/x/a.b.campaign", "/x/a.b.results.csv"),
    ])
    func `results stand beside the campaign file`(_ path: String, _ results: String) {
        #expect(FilePath(path).defaultResults == FilePath(results))
    }
}
