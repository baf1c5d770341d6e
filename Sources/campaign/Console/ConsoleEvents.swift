import Campaigns
import WhatsApp

/// Shows a run while it goes on: findings, one live line on a terminal, a plain line now and then elsewhere.
final class ConsoleEvents: CampaignEvents {
    /// Rows that are wrong and shown; the rest is counted.
    private static let shownRows = 20
    private static let plainInterval = Duration.seconds(5)

    private let verbosity: Verbosity
    private let stop: StopSignal
    /// Nil when the user need not be asked.
    private let question: ((Int, Rate) -> String)?
    /// Whether the run ends with a result CSV.
    private let hasResults: Bool
    private var wrongRows = 0
    private var lastWrongRow = 0
    private var rows = 0
    private var lastPlainLine: Duration = .zero
    private var isLive = false

    init(
        _ verbosity: Verbosity, _ stop: StopSignal, hasResults: Bool = true, question: ((Int, Rate) -> String)? = nil
    ) {
        self.verbosity = verbosity
        self.stop = stop
        self.hasResults = hasResults
        self.question = question
    }

    func found(_ findings: [Finding]) {
        for finding in findings {
            if finding.severity == .error, let row = finding.row, row != lastWrongRow {
                lastWrongRow = row
                wrongRows += 1
            }
            if isShown(finding) { say("\(verbosity == .verbose ? finding : finding.maskingNumbers)") }
        }
    }

    /// Warnings come once each; of the rows that are wrong the first ones are enough.
    private func isShown(_ finding: Finding) -> Bool {
        if finding.severity == .warning { return verbosity != .quiet }
        return finding.row == nil || verbosity == .verbose || wrongRows <= Self.shownRows
    }

    /// Runs `body` and ends the live line, however it ends.
    func around<Result>(_ body: () async throws -> Result) async throws -> Result {
        defer { finish() }
        return try await body()
    }

    func prepared(_ rows: Int) {
        self.rows += rows
        if Console.hasLiveLine, verbosity != .quiet { live("\(self.rows.grouped) \(self.rows.plural("row")) checked") }
    }

    func progressed(_ progress: Progress) {
        guard verbosity != .quiet else { return }
        if Console.hasLiveLine { return live(progress.line) }
        if progress.elapsed - lastPlainLine >= Self.plainInterval {
            lastPlainLine = progress.elapsed
            Console.mention(progress.line)
        }
    }

    func confirm(_ waiting: Tally, _ sending: SendingOptions) async -> Bool {
        finish()
        let messages = sending.limited(waiting.rows)
        guard let question, messages > 0 else { return true }
        if let history = waiting.history { say(history) }
        return await Console.ask(question(messages, sending.rate), stop)
    }

    /// Ends the live line, and says how many findings were not shown.
    func finish() {
        if isLive { Console.say("") }
        isLive = false
        let hidden = wrongRows - Self.shownRows
        if verbosity != .verbose, hidden > 0 {
            let rows = "\(hidden.grouped) more \(hidden == 1 ? "row is" : "rows are")"
            say("\(rows) wrong; \(hasResults ? "the result CSV has them all, and " : "")--verbose shows them.")
        }
        wrongRows = 0
    }

    private func live(_ line: String) {
        isLive = true
        Console.showLive(line)
    }

    private func say(_ line: String) {
        if isLive { Console.showLive("") }
        Console.say(line)
    }
}

extension Progress {
    /// Done of all, messages a second, refused, time left.
    var line: String {
        // The answers of a short run come within less time than its slots take.
        let shown = min(perSecond, rate.perSecond)
        var parts = ["\(done.grouped) of \(tally.rows.grouped)", "\((shown * 10).rounded() / 10)/s"]
        if tally[.failed] > 0 { parts.append("\(tally[.failed].grouped) refused") }
        if tally[.unknown] > 0 { parts.append("\(tally[.unknown].grouped) unknown") }
        if let pausedFor, pausedFor > .zero {
            parts.append("Telnyx asks to wait \(pausedFor.plain)")
        } else if let timeLeft, tally[.pending] > 0 {
            parts.append("\(timeLeft.plain) left")
        }
        return parts.joined(separator: ", ")
    }
}

extension Tally {
    /// What became of the waiting messages so far, if they are not all new.
    fileprivate var history: String? {
        if rows == self[.pending] { return nil }
        let parts = [
            (self[.pending], "not sent yet"), (self[.failed], "refused before"),
            (self[.unknown], "perhaps sent before, which may arrive twice"),
        ]
        return "Waiting: "
            + parts.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }.joined(separator: ", ") + "."
    }
}

extension Int {
    /// `1 message`, `1,234 messages`.
    var messages: String { "\(grouped) \(plural("message"))" }

    /// `1,234,567`.
    var grouped: String {
        let digits = String(magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return self < 0 ? "-" + text : text
    }
}
