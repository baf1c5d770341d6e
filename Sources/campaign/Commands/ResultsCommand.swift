import ArgumentParser
import Campaigns
import SystemPackage

/// `campaign results`: the result CSV again, or part of it.
struct ResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "Write the result CSV again, or part of it.")

    @Argument(help: "The campaign file.")
    var campaign: FilePath

    @Option(help: "Where to write; - is standard output, the default.")
    var output: FilePath?

    @Option(help: "Only rows of this status; may be given several times.")
    var only: [ShownStatus] = []

    func run() async throws {
        try await exiting {
            let reader = try CampaignReader.open(at: campaign)
            let status = try await write(reader, only: Set(only.map(\.status)))
            try reader.close()
            return status
        }
    }

    private func write(_ reader: CampaignReader, only statuses: Set<Status>) async throws -> ExitStatus {
        guard let output, output != "-" else {
            try reader.writeResults(only: statuses, to: Console.printBytes)
            return .success
        }
        try AtomicFile.check(output, sparing: campaign.databaseFiles)
        // A signal leaves nothing unfinished behind.
        return try await withStopSignal(saying: nil) { stop in
            do {
                try await AtomicFile.write(to: output) { write in
                    try reader.writeResults(only: statuses) { bytes in
                        if let signal = stop.requested { throw Stopped(signal: signal) }
                        try write(bytes)
                    }
                }
                return .success
            } catch let stopped as Stopped {
                return .signal(stopped.signal)
            }
        }
    }

    /// A signal came before the file was whole.
    private struct Stopped: Error {
        let signal: Int32
    }
}
