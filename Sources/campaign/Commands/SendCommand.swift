import ArgumentParser
import CSV
import Campaigns
import FoundationEssentials
import Glibc
import SystemPackage
import Telnyx
import WhatsApp

/// `campaign send`: prepare and send, or only prepare.
struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Check every row, then send one message a row.")

    @Argument(help: "Recipients: a CSV file with a header line, or - for standard input.")
    var recipients: FilePath

    @Option(help: "The message with its placeholders: a YAML or JSON file.")
    var template: FilePath

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("The WhatsApp-enabled number that sends, such as +15005550100.", valueName: "number"),
        transform: { try Sender($0) })
    var sender: Sender

    @Option(help: "Header of the recipient column. Default: the only one among to, phone, mobile and the like.")
    var toColumn: String?

    @Option(help: "Campaign file. Default: the recipients file's name with .campaign, in the working directory.")
    var campaign: FilePath?

    @Flag(help: "Send nothing: print the request bodies, one a line.")
    var dryRun = false

    @Flag(help: "A rejected row or a warning about the template stops the run before the first message.")
    var strict = false

    @Option(name: .customLong("webhook-url"), help: "Where Telnyx reports what becomes of the messages.")
    var webhookURL: String?

    @Option(name: .customLong("messaging-profile-id"), help: "Telnyx messaging profile.")
    var messagingProfileID: String?

    @Option(help: "Delimiter of the CSV: , ; tab |. Default: found in the header line.")
    var delimiter: CSVDelimiter?

    @Option(
        help: "Encoding of the CSV: utf-8, utf-16, windows-1252. Default: utf-16 by its byte order mark, else utf-8.")
    var encoding: TextEncoding?

    @OptionGroup var sending: SendingFlags

    func validate() throws {
        // The limits of the two fields: reference/telnyx-whatsapp.md §2.1.
        try check("--webhook-url", webhookURL, TextShape(count: 1...2000, format: .url))
        try check("--messaging-profile-id", messagingProfileID, TextShape(count: 36...36, format: .uuid))
    }

    private func check(_ option: String, _ value: String?, _ shape: TextShape) throws {
        if let problem = value.flatMap(shape.problem) { throw ValidationError(problem.sentence(about: option)) }
    }

    func run() async throws {
        if !dryRun { try sending.checkMaySend() }
        try await exiting {
            try await withStopSignal { stop in
                let source = try await CampaignSource(self, stop)
                return try await dryRun ? rehearse(source, stop) : send(source, stop)
            }
        }
    }

    private func rehearse(_ source: CampaignSource, _ stop: StopSignal) async throws -> ExitStatus {
        let events = ConsoleEvents(
            sending.output.verbosity, stop, hasResults: sending.output.results != nil)
        // An unfinished result CSV is removed first.
        _ = signal(SIGPIPE, SIG_IGN)
        let run = DryRun(results: sending.output.results, stop: stop, events: events, output: Console.offerBytes)
        let summary = try await events.around { try await run.run(source) }
        // Standard output holds the bodies and nothing else.
        Console.say(try sending.output.format.render(summary))
        return summary.exitStatus
    }

    private func send(_ source: CampaignSource, _ stop: StopSignal) async throws -> ExitStatus {
        let events = ConsoleEvents(sending, stop) { "Send \($0.messages) from \(sender.number) at \($1)" }
        return try await sending.connection.withConnection { connection in
            let run = Campaign(path: campaignPath, results: sending.output.results, stop: stop, events: events)
            var summary = try await events.around {
                try await run.send(source, sending.options, over: connection)
            }
            summary.options = sending.repeated
            return try summary.printed(sending.output.format)
        }
    }

    private var campaignPath: FilePath {
        campaign ?? FilePath((recipients.isStandardInput ? "campaign" : recipients.stem ?? "campaign") + ".campaign")
    }
}

extension CampaignSource {
    fileprivate init(_ command: SendCommand, _ stop: StopSignal) async throws {
        self.init(
            recipients: RecipientsOptions(
                path: command.recipients.isStandardInput ? nil : command.recipients, toColumn: command.toColumn,
                delimiter: command.delimiter, encoding: command.encoding),
            template: try await TemplateFile(command.template, stop), sender: command.sender.number,
            webhookURL: command.webhookURL, messagingProfileID: command.messagingProfileID,
            isStrict: command.strict,
            uuid: UUID().uuidString.lowercased(), createdAt: Timestamp.now())
    }
}

extension FilePath {
    fileprivate var isStandardInput: Bool { self == "-" }
}

extension ConsoleEvents {
    /// Asks before sending, unless the flags say that it is not needed.
    convenience init(_ flags: SendingFlags, _ stop: StopSignal, _ what: @escaping (Int, Rate) -> String) {
        self.init(
            flags.output.verbosity, stop,
            question: flags.asks ? { "\(what($0, $1)) (about \($1.duration(of: $0).plain))?" } : nil)
    }
}
