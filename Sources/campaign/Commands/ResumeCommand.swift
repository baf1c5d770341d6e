import ArgumentParser
import Campaigns
import SystemPackage

/// `campaign resume`: go on where a campaign stopped.
struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Go on where a campaign stopped.",
        discussion: "Needs neither the recipients nor the template: the campaign file holds every request.")

    @Argument(help: "The campaign file.")
    var campaign: FilePath

    @Option(help: "Send rows of this status again, with the same key and bytes; may be given twice.")
    var retry: [Retried] = []

    @OptionGroup var sending: SendingFlags

    func run() async throws {
        try sending.checkMaySend()
        try await exiting {
            try await withStopSignal { stop in
                let events = ConsoleEvents(sending, stop) { "Send \($0.messages) of \(campaign) at \($1)" }
                return try await sending.connection.withConnection { connection in
                    let run = Campaign(path: campaign, results: sending.output.results, stop: stop, events: events)
                    let retrying = Set(retry.map(\.status))
                    var summary = try await events.around {
                        try await run.resume(retrying: retrying, sending.options, over: connection)
                    }
                    summary.options = sending.repeated
                    summary.retrying = retrying
                    return try summary.printed(sending.output.format)
                }
            }
        }
    }
}
