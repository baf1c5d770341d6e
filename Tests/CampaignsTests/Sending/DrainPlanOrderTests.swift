import Telnyx
import Testing

@testable import Campaigns

/// What goes when: order, window, limit, pages.
@Suite struct DrainPlanOrderTests {
    @Test func `messages go in their order, as many as may be in flight`() throws {
        var drain = Rehearsal(5) { $0.concurrency = 2 }
        #expect(drain.turn(at: 0) == .init(["1", "2"], .waitForOutcome))
        try drain.answer(2, .accepted, at: 1)
        #expect(drain.turn(at: 1) == .init(["3"], .waitForOutcome))
        try drain.answer(1, .refused, at: 2)
        try drain.answer(3, .ambiguous, at: 2)
        #expect(drain.turn(at: 2) == .init(["4", "5"], .waitForOutcome))
        try drain.answer(4, .accepted, at: 3)
        #expect(drain.turn(at: 3) == .init([], .waitForOutcome))
        try drain.answer(5, .accepted, at: 4)
        #expect(drain.turn(at: 4) == .init([], .finished))
        #expect(drain.plan.stopReason == nil)
    }

    @Test func `nothing to send is finished at once`() {
        var drain = Rehearsal(0)
        #expect(drain.turn(at: 0) == .init([], .finished))
        #expect(drain.plan.stopReason == nil)
    }

    @Test func `messages go one slot apart`() {
        var drain = Rehearsal(3, rate: Rate(count: 2, unit: .second))
        #expect(drain.turn(at: 0) == .init(["1"], .wait(until: .seconds(0.5))))
        #expect(drain.turn(at: 0.4) == .init([], .wait(until: .seconds(0.5))))
        #expect(drain.turn(at: 0.5) == .init(["2"], .wait(until: .seconds(1))))
        #expect(drain.turn(at: 9) == .init(["3"], .waitForOutcome))
    }

    @Test func `the first message waits for the slot after those of an earlier run`() {
        var drain = Rehearsal(3, rate: Rate(count: 2, unit: .second), start: .seconds(0.3))
        #expect(drain.turn(at: 0) == .init([], .wait(until: .seconds(0.3))))
        #expect(drain.turn(at: 0.3) == .init(["1"], .wait(until: .seconds(0.8))))
    }

    @Test func `pages follow one another, and an answer in between changes nothing`() throws {
        var drain = Rehearsal(5, page: 2) { $0.concurrency = 3 }
        #expect(drain.turn(at: 0) == .init(["1", "2", "3"], .waitForOutcome))
        try drain.answer(1...3, .accepted, at: 1)
        #expect(drain.turn(at: 1) == .init(["4", "5"], .waitForOutcome))
        try drain.answer(4...5, .accepted, at: 2)
        #expect(drain.turn(at: 2) == .init([], .finished))
    }

    @Test func `no page is fetched before there is room`() {
        var plan = Rehearsal.Plan(SendingOptions(concurrency: 1), random: Largest())
        let message = OutboxMessage(row: 1, body: [], status: .pending, mayHaveBeenSent: false, firstAttemptAt: nil)
        #expect(plan.step(at: .seconds(0)) == .refill)
        plan.refill([message])
        #expect(plan.step(at: .seconds(0)) == .send(Attempt(message: message, number: 1)))
        #expect(plan.step(at: .seconds(9)) == .waitForOutcome)
        plan.abandon(at: .seconds(9))
        #expect(plan.step(at: .seconds(9)) == .refill)
        plan.refill([])
        #expect(plan.step(at: .seconds(9)) == .finished)
    }

    @Test func `messages that wait for another try count as in flight`() throws {
        var drain = Rehearsal(9) { $0.concurrency = 2 }
        #expect(drain.turn(at: 0) == .init(["1", "2"], .waitForOutcome))
        try drain.answer(1, .notSent, at: 10)
        #expect(drain.turn(at: 10) == .init([], .wait(until: .seconds(10.5))))
        try drain.answer(2, .notSent, at: 10.2)
        #expect(drain.turn(at: 10.2) == .init([], .wait(until: .seconds(10.5))))
        #expect(drain.turn(at: 10.5) == .init(["1/2"], .wait(until: .seconds(10.7))))
        try drain.answer(1, .accepted, at: 10.6)
        #expect(drain.turn(at: 10.6) == .init(["3"], .wait(until: .seconds(10.7))))
        #expect(drain.turn(at: 10.7) == .init(["2/2"], .waitForOutcome))
    }

    @Test func `no more than the limit are begun`() throws {
        var drain = Rehearsal(9) { $0.limit = 3 }
        #expect(drain.turn(at: 0) == .init(["1", "2", "3"], .waitForOutcome))
        try drain.answer(1, .accepted, at: 1)
        try drain.answer(2, .notSent, at: 1)
        #expect(drain.turn(at: 1) == .init([], .wait(until: .seconds(1.5))))
        #expect(drain.plan.stopReason == nil)
        #expect(drain.turn(at: 1.5) == .init(["2/2"], .waitForOutcome))
        try drain.answer(2, .accepted, at: 2)
        try drain.answer(3, .accepted, at: 2)
        #expect(drain.turn(at: 2) == .init([], .finished))
        #expect(drain.plan.stopReason == .limit(3))
    }

    @Test(arguments: [(3, 3), (3, 4), (0, 1)])
    func `a limit that is not in the way stops nothing`(_ messages: Int, _ limit: Int) throws {
        var drain = Rehearsal(messages) { $0.limit = limit }
        _ = drain.turn(at: 0)
        for row in 0..<messages { try drain.answer(row + 1, .accepted, at: 1) }
        #expect(drain.turn(at: 1) == .init([], .finished))
        #expect(drain.plan.stopReason == nil)
    }

    /// Whatever answers come in whatever order, the window and the rate hold, and everything comes to an end.
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `the window is never exceeded`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var drain = Rehearsal(60, page: 7) {
            $0.concurrency = 5
            $0.attempts = 1000
            $0.onAmbiguous = .retry
            $0.haltAfter = 0
        }
        let outcomes = [Outcome.accepted, .accepted, .refused, .busy, .busy(for: 3), .notSent, .ambiguous]
        var open: [Int] = []
        var accepted = 0
        var time = 0.0
        while true {
            let turn = drain.turn(at: time)
            open += turn.sent.compactMap { $0.split(separator: "/").first.flatMap { Int($0) } }
            #expect(open.count <= 5)
            #expect(Set(open).count == open.count)
            if turn.then == .finished { break }
            time += Double.random(in: 0...20, using: &random)
            guard !open.isEmpty else { continue }
            let row = open.remove(at: Int.random(in: open.indices, using: &random))
            let outcome = try #require(outcomes.randomElement(using: &random))
            if [.accepted, .refused].contains(outcome) { accepted += 1 }
            try drain.answer(row, outcome, at: time)
        }
        #expect(accepted == 60)
        #expect(drain.plan.stopReason == nil)
    }
}
