import ArgumentParser
import Campaigns
import Glibc
import SystemPackage
import WhatsApp

/// The options that `send` and `resume` share.
struct SendingFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Cap over all messages and retries: 80, 80/s, 4800/min, 20000/h. Default: \(Rate.standard).",
            valueName: "rate"),
        transform: OptionText.rate)
    var rate: Rate = .standard

    @Option(
        help: "Requests in flight at most. Default: enough for the rate with answers of two seconds.",
        transform: OptionText.wholeNumber(SendingOptions.concurrencies))
    var concurrency: Int?

    @Option(
        help: "Send at most this many messages in this run; the rest stays pending.",
        transform: OptionText.wholeNumber(1...Int.max))
    var limit: Int?

    @Flag(help: "Do not ask before sending.")
    var yes = false

    @Option(
        help: "Attempts for one message in this run; what a rate limit turns away is not counted. Default: 5.",
        transform: OptionText.wholeNumber(1...Int.max))
    var attempts = 5

    @Option(help: "What to do with a message that may have been sent: hold it as unknown, or retry with the same key.")
    var onAmbiguous: SendingOptions.OnAmbiguous = .hold

    @Option(
        help: "Stop after this many messages in a row were refused with the same code; 0 is never. Default: 20.",
        transform: OptionText.wholeNumber(0...Int.max))
    var haltAfter = 20

    @OptionGroup var connection: ConnectionFlags
    @OptionGroup var output: OutputFlags

    /// What a later run needs to go on as this one did.
    var repeated: [String] {
        let standard = SendingOptions()
        let changed = [
            ("--rate", rate == standard.rate ? nil : "\(rate)"), ("--concurrency", concurrency.map(String.init)),
            ("--limit", limit.map(String.init)), ("--attempts", attempts == standard.attempts ? nil : "\(attempts)"),
            ("--on-ambiguous", onAmbiguous == standard.onAmbiguous ? nil : onAmbiguous.rawValue),
            ("--halt-after", haltAfter == standard.haltAfter ? nil : "\(haltAfter)"),
            ("--results", output.results?.string),
        ]
        return connection.repeated + changed.flatMap { name, value in value.map { [name, $0] } ?? [] }
    }

    func validate() throws {
        if let concurrency, possibleConcurrency < concurrency {
            throw ValidationError(
                "The system allows only \(possibleConcurrency.counted("request")) in flight. "
                    + "Lower --concurrency, or raise the limit with 'ulimit -n'.")
        }
    }

    /// Enough open files to send, and a terminal to ask on or a word that asking is not needed.
    ///
    /// To be asked when the options are known to be right: who has misspelt one must not be told to say --yes.
    func checkMaySend() throws {
        if OpenFiles.areTooFew {
            throw ValidationError("The system allows too few open files to send. Raise the limit with 'ulimit -n'.")
        }
        if yes || connection.sandbox || isatty(STDIN_FILENO) == 1 { return }
        throw ValidationError("There is no terminal to ask on. Say --yes to send without asking.")
    }

    /// What the system allows of the requests in flight that may be asked for.
    private var possibleConcurrency: Int {
        max(1, OpenFiles.possible(connections: connection.mostEnds) / connection.ends)
    }

    var options: SendingOptions {
        SendingOptions(
            rate: rate, concurrency: concurrency, possibleConcurrency: possibleConcurrency, limit: limit,
            attempts: attempts, onAmbiguous: onAmbiguous, haltAfter: haltAfter)
    }

    /// Whether the user is asked before sending.
    var asks: Bool { !yes && !connection.sandbox }
}
