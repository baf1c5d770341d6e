import SystemPackage
import Telnyx
import Testing

@testable import Campaigns

@Suite struct DryRunTests {
    private func run(
        _ directory: FilePath, results: FilePath?, strict: Bool = false, csv: String = CampaignTests.csv
    ) async throws -> (output: String, summary: Result<Summary, any Error>) {
        let path = directory.appending("people.csv")
        try path.write(csv.utf8)
        var source = try CampaignSource.sample(path)
        source.isStrict = strict
        var bytes: [UInt8] = []
        let dryRun = DryRun(results: results, stop: StopSignal(), events: Recorder()) { bytes += copy $0 }
        do {
            var summary = try await dryRun.run(source)
            summary.elapsed = .zero
            return (String(decoding: bytes, as: UTF8.self), .success(summary))
        } catch {
            return (String(decoding: bytes, as: UTF8.self), .failure(error))
        }
    }

    static let tally = Tally([.pending: 1, .rejected: 1, .skipped: 1])
    static let output = textRequest(to: "+442079460001", "Hi Ada") + "\n"

    @Test func `a dry run writes what would be sent, and no file`() async throws {
        try await withScratch { directory in
            let run = try await run(directory, results: nil)
            #expect(run.output == Self.output)
            #expect(try run.summary.get() == Summary(campaign: nil, results: nil, tally: Self.tally))
            #expect(try directory.names() == ["people.csv"])
        }
    }

    @Test func `the results are those of a run that has sent nothing yet`() async throws {
        try await withScratch { directory in
            let results = directory.appending("r.csv")
            let run = try await run(directory, results: results)
            #expect(run.output == Self.output)
            #expect(try run.summary.get() == Summary(campaign: nil, results: results.string, tally: Self.tally))
            let lines = try results.text().split(separator: "\n")
            #expect(
                lines.dropFirst().map { $0.split(separator: ",").prefix(5).joined(separator: ",") } == [
                    "+442079460001,Ada,1,+442079460001,pending", "12,Bo,2,rejected,invalid_number",
                    "+442079460001,Cy,3,+442079460001,skipped",
                ])
            #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",0,2026-11-03T09:12:44.125Z") })
            #expect(try directory.names() == ["people.csv", "r.csv"])
        }
    }

    @Test func `strict refuses a dry run with a rejected row`() async throws {
        try await withScratch { directory in
            let run = try await run(directory, results: nil, strict: true)
            #expect(throws: Refusal.strict(rejected: 1, results: nil)) { try run.summary.get() }
        }
    }

    /// More rows than are read at once.
    private static let numbers = (0..<60_000).map { "+4420\(79_460_000 + $0)" }

    @Test func `many rows come out in their order`() async throws {
        try await withScratch { directory in
            let csv = "phone,name\n" + Self.numbers.map { "\($0),Ada\n" }.joined()
            let run = try await run(directory, results: nil, csv: csv)
            #expect(run.output == Self.numbers.map { textRequest(to: $0, "Hi Ada") + "\n" }.joined())
            #expect(try run.summary.get().tally == Tally([.pending: Self.numbers.count]))
        }
    }

    @Test func `what is wrong far down a file is said after the rows before it`() async throws {
        try await withScratch { directory in
            let csv = "phone,name\n" + Self.numbers.map { "\($0),Ada\n" }.joined() + "\"+4420"
            let run = try await run(directory, results: directory.appending("r.csv"), csv: csv)
            #expect(run.output == Self.numbers.map { textRequest(to: $0, "Hi Ada") + "\n" }.joined())
            let error = #expect(throws: InputError.self) { try run.summary.get() }
            guard case .wrong(let findings) = error else { return #expect(Bool(false)) }
            #expect(findings.map(\.code) == ["not_csv"])
            #expect(findings.map(\.line) == [Self.numbers.count + 2])
            #expect(try directory.names() == ["people.csv"])
        }
    }
}
