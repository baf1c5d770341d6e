import ArgumentParser
import Campaigns
import SystemPackage

/// `campaign status`: where a campaign stands, also while it is sent.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show where a campaign stands, also while it is sent.")

    @Argument(help: "The campaign file.")
    var campaign: FilePath

    @Option(help: "How the status is printed.")
    var format: OutputFormat = .text

    func run() async throws {
        try await exiting {
            let reader = try CampaignReader.open(at: campaign)
            let report = StatusReport(path: campaign.string, record: try reader.record(), tally: try reader.tally())
            try reader.close()
            try Console.printLine(format == .text ? report.text.printable : report.json)
            return .success
        }
    }
}
