import ArgumentParser
import Campaigns
import Sandbox

/// `campaign sandbox`: a local stand-in for Telnyx.
struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox", abstract: "Run a local stand-in for Telnyx that sends nothing.",
        discussion: """
            Use it with: TELNYX_API_KEY=KEY_test campaign send … --base-url http://127.0.0.1:4010/v2

            These recipients choose what happens; all others are accepted:

            \(MagicNumber.all.map { "  \($0.number)  \($0.effect)" }.joined(separator: "\n"))
            """)

    @Option(
        help: "Port on 127.0.0.1; 0 takes a free one. Default: 4010.", transform: OptionText.wholeNumber(0...65_535))
    var port = 4010

    @Option(
        help: ArgumentHelp("Time that each answer takes, such as 50ms. Default: none.", valueName: "duration"),
        transform: OptionText.timeSpan)
    var latency = TimeSpan(seconds: 0)

    @Option(help: "Requests a second before 429 is answered.", transform: OptionText.wholeNumber(1...Int.max))
    var rateLimit: Int?

    @Option(
        help: ArgumentHelp("Refuse this share of requests with a status, such as 0.05:500.", valueName: "rate:status"),
        transform: OptionText.failure)
    var fail: [Failure] = []

    @Option(
        help: "Accept this share of requests, then cut the connection without an answer. Default: 0.",
        transform: OptionText.probability)
    var drop: Probability = .never

    @Option(help: "Where all chance comes from; ids are new in each run. Default: 0.", transform: OptionText.seed)
    var seed: UInt64 = 0

    func run() async throws {
        let options = SandboxOptions(
            port: port, latency: latency.duration, rateLimit: rateLimit, failures: fail, dropRate: drop, seed: seed)
        // It has nothing to save, so a signal ends it at once, as it ends any program that does not care.
        try await exiting {
            try await Sandbox.run(options) { Console.say("Sandbox at \($0.baseURL)") }
            return .success
        }
    }
}
