import ArgumentParser
import Campaigns
import SystemPackage

/// `campaign results`: the result CSV again, or part of it.
struct ResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "Write the result CSV again, or part of it.")

    @Argument(help: "The campaign file.")
    var campaign: FilePath

    @Option(help: "Where to write. Default: standard output.")
    var output: FilePath?

    @Option(help: "Only rows of this status; may be given several times.")
    var only: [ShownStatus] = []

    func run() async throws {
        try await exiting {
            let reader = try CampaignReader.open(at: campaign)
            let statuses = Set(only.map(\.status))
            if let output {
                try AtomicFile.check(output, sparing: campaign.databaseFiles)
                try await AtomicFile.write(to: output) { try reader.writeResults(only: statuses, to: $0) }
            } else {
                try reader.writeResults(only: statuses, to: Console.printBytes)
            }
            try reader.close()
            return .success
        }
    }
}
