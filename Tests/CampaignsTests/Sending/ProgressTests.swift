import Telnyx
import Testing

@testable import Campaigns

@Suite struct ProgressTests {
    private func attempt(_ status: Status) -> Attempt {
        let message = OutboxMessage(row: 1, body: [], status: status, mayHaveBeenSent: false, firstAttemptAt: nil)
        return Attempt(message: message, number: 1)
    }

    private let done = Verdict(record: Settlement(.accepted, messageID: "m-1"), next: .done)

    @Test func `a message that is settled moves, one that waits does not`() {
        var progress = Progress(tally: Tally([.pending: 3, .failed: 1, .skipped: 2]), rate: .standard)
        progress.note(attempt(.pending), done)
        progress.note(attempt(.failed), done)
        progress.note(attempt(.pending), Verdict(record: Settlement(.pending, reason: .busy), next: .pause(nil)))
        progress.note(attempt(.pending), Verdict(record: Settlement(.unknown), next: .again))
        progress.note(attempt(.pending), Verdict(record: Settlement(.unknown, reason: .lost), next: .done))
        #expect(progress.tally == Tally([.pending: 1, .accepted: 2, .unknown: 1, .failed: 0, .skipped: 2]))
        #expect(progress.answered == 5)
        #expect(progress.done == 5)
    }

    @Test func `the time that is left follows from the rate so far`() {
        var progress = Progress(tally: Tally([.pending: 11]), rate: .standard)
        #expect(progress.perSecond == 0)
        #expect(progress.timeLeft == nil)
        progress.elapsed = .milliseconds(900)
        progress.note(attempt(.pending), done)
        #expect(progress.timeLeft == nil)
        progress.elapsed = .seconds(2)
        #expect(progress.perSecond == 0.5)
        #expect(progress.timeLeft == .seconds(20))
    }

    @Test func `a limit leaves less time`() {
        var progress = Progress(tally: Tally([.pending: 11]), rate: .standard, limit: 3)
        progress.elapsed = .seconds(2)
        progress.note(attempt(.pending), done)
        #expect(progress.timeLeft == .seconds(4))
    }
}
