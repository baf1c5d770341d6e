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

    @Option(help: "Port on 127.0.0.1; 0 takes a free one.")
    var port = 4010

    @Option(help: ArgumentHelp("Time that each answer takes, such as 50ms.", valueName: "duration"))
    var latency = TimeSpan(seconds: 0)

    @Option(help: "Requests a second before 429 is answered.")
    var rateLimit: Int?

    @Option(
        help: ArgumentHelp("Refuse this share of requests with a status, such as 0.05:500.", valueName: "rate:status"))
    var fail: [Failure] = []

    @Option(help: "Accept this share of requests, then cut the connection without an answer.")
    var drop: Probability = .never

    @Option(help: "Where all randomness comes from.")
    var seed: UInt64 = 0

    func validate() throws {
        if !(0...65535).contains(port) { throw ValidationError("--port must be from 0 to 65535.") }
        if let rateLimit, rateLimit < 1 { throw ValidationError("--rate-limit must be at least 1.") }
    }

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

extension Failure: ExpressibleByArgument {
    /// Nil for anything else than the option's help shows.
    package init?(argument: String) {
        do {
            try self.init(argument)
        } catch {
            return nil
        }
    }
}

extension Probability: ExpressibleByArgument {
    /// Nil for anything else than the option's help shows.
    package init?(argument: String) {
        do {
            try self.init(argument)
        } catch {
            return nil
        }
    }
}
