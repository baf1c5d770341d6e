import Campaigns

/// Shows a run while it goes on: findings, one live line on a terminal, a plain line now and then elsewhere.
final class ConsoleEvents: CampaignEvents {
    /// Findings of rows that are shown; the rest is counted.
    ///
    /// All are in the result CSV.
    private static let shownFindings = 20
    private static let plainInterval = Duration.seconds(5)

    private let verbosity: Verbosity
    private let stop: StopSignal
    /// Nil when the user need not be asked.
    private let question: ((Int, Rate) -> String)?
    private var rowFindings = 0
    private var rows = 0
    private var lastPlainLine: Duration = .zero
    private var isLive = false

    init(_ verbosity: Verbosity, _ stop: StopSignal, question: ((Int, Rate) -> String)? = nil) {
        self.verbosity = verbosity
        self.stop = stop
        self.question = question
    }

    func found(_ findings: [Finding]) {
        for finding in findings {
            if finding.row != nil { rowFindings += 1 }
            let isShown = verbosity == .verbose || finding.row == nil || rowFindings <= Self.shownFindings
            if isShown, verbosity != .quiet || finding.severity == .error { say("\(finding)") }
        }
    }

    func prepared(_ rows: Int) {
        self.rows += rows
        if Console.hasLiveLine, verbosity != .quiet { live("\(self.rows.grouped) rows checked") }
    }

    func progressed(_ progress: Progress) {
        guard verbosity != .quiet else { return }
        if Console.hasLiveLine { return live(progress.line) }
        if progress.elapsed - lastPlainLine >= Self.plainInterval {
            lastPlainLine = progress.elapsed
            say(progress.line)
        }
    }

    func confirm(_ messages: Int, at rate: Rate) -> Bool {
        finish()
        guard let question, messages > 0 else { return true }
        return Console.ask(question(messages, rate), stop)
    }

    /// Ends the live line, and says how many findings were not shown.
    func finish() {
        if isLive { Console.say("") }
        isLive = false
        let hidden = rowFindings - Self.shownFindings
        if verbosity != .verbose, hidden > 0 {
            say("\(hidden.grouped) more rows are wrong; the result CSV has them all, and --verbose shows them.")
        }
        rowFindings = 0
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
        var parts = ["\(done.grouped) of \(tally.rows.grouped)", "\((perSecond * 10).rounded() / 10)/s"]
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

extension Int {
    /// `1 message`, `1,234 messages`.
    var messages: String { self == 1 ? "1 message" : "\(grouped) messages" }

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
