import Telnyx
import Testing

@testable import Campaigns

/// Second tries: back-off, pauses, slots.
@Suite struct DrainPlanRetryTests {
    @Test func `every failure makes the wait twice as long`() throws {
        var drain = Rehearsal(1) { $0.attempts = 4 }
        #expect(drain.turn(at: 0) == .init(["1"], .waitForOutcome))
        try drain.answer(1, .notSent, at: 10)
        #expect(drain.turn(at: 10) == .init([], .wait(until: .seconds(10.5))))
        #expect(drain.turn(at: 10.5) == .init(["1/2"], .waitForOutcome))
        try drain.answer(1, .notSent, at: 20)
        #expect(drain.turn(at: 20) == .init([], .wait(until: .seconds(21))))
        #expect(drain.turn(at: 21) == .init(["1/3"], .waitForOutcome))
        try drain.answer(1, .notSent, at: 30)
        #expect(drain.turn(at: 30) == .init([], .wait(until: .seconds(32))))
        #expect(drain.turn(at: 32) == .init(["1/4"], .waitForOutcome))
        try drain.answer(1, .notSent, at: 40)
        #expect(drain.turn(at: 40) == .init([], .finished))
        #expect(drain.plan.stopReason == .unreachable(.cut))
    }

    @Test func `while one waits, others go`() throws {
        var drain = Rehearsal(3) { $0.concurrency = 2 }
        #expect(drain.turn(at: 0) == .init(["1", "2"], .waitForOutcome))
        try drain.answer(1, .notSent, at: 10)
        try drain.answer(2, .accepted, at: 10.1)
        #expect(drain.turn(at: 10.1) == .init(["3"], .wait(until: .seconds(10.5))))
    }

    @Test func `a second try takes a slot`() throws {
        var drain = Rehearsal(3, rate: Rate(count: 1, unit: .second))
        #expect(drain.turn(at: 0) == .init(["1"], .wait(until: .seconds(1))))
        try drain.answer(1, .notSent, at: 0.1)
        #expect(drain.turn(at: 0.6) == .init([], .wait(until: .seconds(1))))
        #expect(drain.turn(at: 1) == .init(["1/2"], .wait(until: .seconds(2))))
        #expect(drain.turn(at: 2) == .init(["2"], .wait(until: .seconds(3))))
    }

    @Test func `a rate limit holds everyone for as long as the server says`() throws {
        var drain = Rehearsal(5) { $0.concurrency = 3 }
        #expect(drain.turn(at: 0) == .init(["1", "2", "3"], .waitForOutcome))
        try drain.answer(2, .busy(for: 7), at: 10)
        try drain.answer(1, .accepted, at: 11)
        #expect(drain.plan.pausedUntil == .seconds(17))
        #expect(drain.turn(at: 11) == .init([], .wait(until: .seconds(17))))
        #expect(drain.turn(at: 16.9) == .init([], .wait(until: .seconds(17))))
        #expect(drain.turn(at: 17) == .init(["2", "4"], .waitForOutcome))
        #expect(drain.plan.pausedUntil == nil)
    }

    @Test func `a rate limit is not counted among the attempts`() throws {
        var drain = Rehearsal(1) { $0.attempts = 2 }
        _ = drain.turn(at: 0)
        for time in [10, 20, 30, 40] as [Double] {
            try drain.answer(1, .busy(for: 5), at: time)
            #expect(drain.turn(at: time) == .init([], .wait(until: .seconds(time + 5))))
            #expect(drain.turn(at: time + 5) == .init(["1"], .waitForOutcome))
        }
        try drain.answer(1, .notSent, at: 50)
        #expect(drain.turn(at: 51) == .init(["1/2"], .waitForOutcome))
    }

    @Test func `who is turned away during a pause does not prolong it, unless the server says so`() throws {
        var drain = Rehearsal(3)
        _ = drain.turn(at: 0)
        try drain.answer(1, .busy, at: 10)
        #expect(drain.plan.pausedUntil == .seconds(10.5))
        try drain.answer(2, .busy, at: 10.1)
        #expect(drain.plan.pausedUntil == .seconds(10.5))
        try drain.answer(3, .busy(for: 4), at: 10.2)
        #expect(drain.plan.pausedUntil == .seconds(14.2))
        #expect(drain.turn(at: 10.5) == .init([], .wait(until: .seconds(14.2))))
        #expect(drain.turn(at: 14.2).sent.sorted() == ["1", "2", "3"])
    }

    @Test func `pauses without a time grow until a message is taken`() throws {
        var drain = Rehearsal(2) { $0.concurrency = 1 }
        _ = drain.turn(at: 0)
        for (time, wait) in [(10, 0.5), (20, 1), (30, 2), (40, 4)] as [(Double, Double)] {
            try drain.answer(1, .busy, at: time)
            #expect(drain.turn(at: time) == .init([], .wait(until: .seconds(time + wait))))
            #expect(drain.turn(at: time + wait) == .init(["1"], .waitForOutcome))
        }
        try drain.answer(1, .accepted, at: 50)
        #expect(drain.turn(at: 50) == .init(["2"], .waitForOutcome))
        try drain.answer(2, .busy, at: 60)
        #expect(drain.turn(at: 60) == .init([], .wait(until: .seconds(60.5))))
    }

    @Test func `what may have been sent is remembered`() throws {
        var drain = Rehearsal(1) { $0.onAmbiguous = .retry }
        _ = drain.turn(at: 0)
        try drain.answer(1, .ambiguous, at: 1)
        guard case .send(let second) = drain.plan.peek(at: .seconds(2)) else { throw Unexpected() }
        #expect(second.number == 2)
        #expect(second.message.mayHaveBeenSent)
        #expect(drain.turn(at: 2) == .init(["1/2"], .waitForOutcome))
        try drain.answer(1, .notSent, at: 3)
        guard case .send(let third) = drain.plan.peek(at: .seconds(5)) else { throw Unexpected() }
        #expect(third.number == 3)
        #expect(third.message.mayHaveBeenSent)
    }

    struct Unexpected: Error {}
}

extension DrainPlan {
    /// The next step, not taken.
    fileprivate func peek(at now: Instant) -> Step {
        var copy = self
        return copy.step(at: now)
    }
}
