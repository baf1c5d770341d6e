import SystemPackage
import Telnyx
import Testing

@testable import Campaigns

@Suite struct DryRunTests {
    private func run(
        _ directory: FilePath, results: FilePath?, strict: Bool = false
    ) throws -> (output: String, summary: Result<Summary, Refusal>) {
        let path = directory.appending("people.csv")
        try path.write(CampaignTests.csv.utf8)
        var source = try CampaignSource.sample(path)
        source.isStrict = strict
        var bytes: [UInt8] = []
        let dryRun = DryRun(results: results, stop: StopSignal(), events: Recorder()) { bytes += copy $0 }
        do {
            var summary = try dryRun.run(source)
            summary.elapsed = .zero
            return (String(decoding: bytes, as: UTF8.self), .success(summary))
        } catch let refusal as Refusal {
            return (String(decoding: bytes, as: UTF8.self), .failure(refusal))
        }
    }

    static let tally = Tally([.pending: 1, .rejected: 1, .skipped: 1])
    static let output = textRequest(to: "+442079460001", "Hi Ada") + "\n"

    @Test func `a dry run writes what would be sent, and no file`() async throws {
        try await withScratch { directory in
            let run = try run(directory, results: nil)
            #expect(run.output == Self.output)
            #expect(run.summary == .success(Summary(campaign: nil, results: nil, tally: Self.tally)))
            #expect(try directory.names() == ["people.csv"])
        }
    }

    @Test func `the results are those of a run that has sent nothing yet`() async throws {
        try await withScratch { directory in
            let results = directory.appending("r.csv")
            let run = try run(directory, results: results)
            #expect(run.output == Self.output)
            #expect(run.summary == .success(Summary(campaign: nil, results: results.string, tally: Self.tally)))
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
            let run = try run(directory, results: nil, strict: true)
            #expect(run.summary == .failure(.strict(rejected: 1)))
        }
    }
}
