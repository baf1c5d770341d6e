import Telnyx
import Testing

@testable import Campaigns

/// A drain without effects: time, messages and answers are the test's.
struct Rehearsal {
    typealias Plan = DrainPlan<Moment, Largest>

    private(set) var plan: Plan
    private let options: SendingOptions
    private var pages: [[OutboxMessage]]
    private var inFlight: [Int: Attempt] = [:]
    private var now = Moment()

    /// What was sent until nothing could be done any more, and what the plan then waits for.
    struct Turn: Equatable {
        /// `3` is the first attempt of row 3, `3/2` the second.
        let sent: [String]
        let then: Plan.Step

        init(_ sent: [String], _ then: Plan.Step) {
            self.sent = sent
            self.then = then
        }
    }

    /// So many messages, fetched in pages; without a rate, slots are no matter.
    init(
        _ messages: Int, page: Int = 500, rate: Rate = Rate(count: 1_000_000, unit: .second), start: Moment? = nil,
        _ change: (inout SendingOptions) -> Void = { _ in }
    ) {
        var options = SendingOptions(rate: rate, concurrency: 100)
        change(&options)
        self.options = options
        plan = Plan(options, random: Largest(), start: start)
        pages = stride(from: 1, through: messages, by: page).map { first in
            (first..<min(first + page, messages + 1)).map { row in
                OutboxMessage(row: row, body: [], status: .pending, mayHaveBeenSent: false, firstAttemptAt: nil)
            }
        }
    }

    /// All that can be sent at this time, in seconds, and within the following ten milliseconds.
    mutating func turn(at seconds: Double) -> Turn {
        now = max(now, .seconds(seconds))
        let end = Moment.seconds(seconds).advanced(by: .milliseconds(10))
        var sent: [String] = []
        while true {
            switch plan.step(at: now) {
            case .send(let attempt):
                let row = attempt.message.row
                inFlight[row] = attempt
                sent.append(attempt.number == 1 ? "\(row)" : "\(row)/\(attempt.number)")
            case .refill: plan.refill(pages.isEmpty ? [] : pages.removeFirst())
            case .wait(let instant) where instant <= end: now = instant
            case let step: return Turn(sent, step)
            }
        }
    }

    /// An answer comes at this time.
    mutating func answer(_ row: Int, _ outcome: Outcome, at seconds: Double) throws {
        let attempt = try #require(inFlight[row])
        inFlight[row] = nil
        now = max(now, .seconds(seconds))
        let history = AttemptHistory(
            attempts: attempt.number, mayHaveBeenSent: attempt.message.mayHaveBeenSent, isKeyRemembered: true)
        plan.note(outcome, Verdict(outcome, history, options), for: attempt, at: now)
    }

    /// The same answer for these rows.
    mutating func answer(_ rows: ClosedRange<Int>, _ outcome: Outcome, at seconds: Double) throws {
        for row in rows { try answer(row, outcome, at: seconds) }
    }

    mutating func stop(_ reason: StopReason) { plan.stop(reason) }

    mutating func abandon(_ row: Int, at seconds: Double) throws {
        try #require(inFlight[row] != nil)
        inFlight[row] = nil
        plan.abandon(at: .seconds(seconds))
    }
}
