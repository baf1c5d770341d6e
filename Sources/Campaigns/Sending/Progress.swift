/// How far a drain is.
package struct Progress: Sendable, Equatable {
    /// All rows of the campaign.
    package private(set) var tally: Tally
    /// Answers in this run.
    package private(set) var answered = 0
    /// Since the run began.
    package var elapsed: Duration = .zero
    /// How long the server still asks everybody to wait; nil when it does not.
    package var pausedFor: Duration?
    /// What the cap allows.
    package let rate: Rate
    /// Messages that this run may still settle.
    private var left: Int

    /// - Parameter limit: messages of this run at most; nil for all.
    init(tally: Tally, rate: Rate, limit: Int? = nil) {
        self.tally = tally
        self.rate = rate
        self.left = limit ?? .max
    }

    /// Rows that are done with.
    package var done: Int { tally.rows - tally[.pending] }

    /// Answers a second since the run began.
    package var perSecond: Double {
        let seconds = elapsed / .seconds(1)
        return seconds > 0 ? Double(answered) / seconds : 0
    }

    /// For what is pending and sent in this run, at the rate so far; nil while that is not known.
    package var timeLeft: Duration? {
        guard answered > 0, elapsed >= .seconds(1) else { return nil }
        return .seconds(Double(min(tally[.pending], left)) / perSecond)
    }

    /// Notes what an attempt made of a message; one that will be tried again stays where it was.
    mutating func note(_ attempt: Attempt, _ verdict: Verdict) {
        answered += 1
        guard verdict.next == .done else { return }
        left -= 1
        tally[attempt.message.status] -= 1
        tally[verdict.record.status] += 1
    }
}
