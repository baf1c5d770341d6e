import ArgumentParser

/// The program: one subcommand a file, in `Commands/`.
@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign",
        abstract: "Sends a WhatsApp message to every row of a CSV file, through Telnyx.",
        discussion: """
            Every row is rendered and checked before the first message is sent. What was sent is on disk before and \
            after each request, so a campaign that was stopped goes on with 'campaign resume' and sends nothing twice.

            The API key comes from the environment variable TELNYX_API_KEY.
            """,
        version: Version.number,
        subcommands: [
            SendCommand.self, ResumeCommand.self, StatusCommand.self, ResultsCommand.self, SandboxCommand.self,
            SchemaCommand.self,
        ]
    )
}

/// The program's version.
enum Version {
    static let number = "0.1.0"
    static let userAgent = "campaign/\(number)"
}
