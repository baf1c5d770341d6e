import Telnyx
import Testing

@testable import Campaigns

/// Stopping: nothing new begins, and what is in flight comes to its end.
@Suite struct DrainPlanStopTests {
    @Test(arguments: [
        (Outcome.account, StopReason.account(.poor)), (.refused, .halted(.bad, times: 1)),
        (.notSent, .unreachable(.cut)),
    ])
    func `an answer that stops the run lets the others come`(_ outcome: Outcome, _ reason: StopReason) throws {
        var drain = Rehearsal(9) {
            $0.concurrency = 3
            $0.attempts = 1
            $0.haltAfter = 1
        }
        #expect(drain.turn(at: 0) == .init(["1", "2", "3"], .waitForOutcome))
        try drain.answer(2, outcome, at: 1)
        #expect(drain.plan.stopReason == reason)
        #expect(drain.turn(at: 1) == .init([], .waitForOutcome))
        try drain.answer(1, .accepted, at: 2)
        #expect(drain.turn(at: 2) == .init([], .waitForOutcome))
        try drain.answer(3, .busy, at: 3)
        #expect(drain.turn(at: 60) == .init([], .finished))
        #expect(drain.plan.stopReason == reason)
    }

    @Test func `a signal leaves those that wait for another try`() throws {
        var drain = Rehearsal(3)
        _ = drain.turn(at: 0)
        try drain.answer(1, .notSent, at: 1)
        drain.stop(.signal(15))
        #expect(drain.turn(at: 10) == .init([], .waitForOutcome))
        try drain.answer(2...3, .accepted, at: 10)
        #expect(drain.turn(at: 10) == .init([], .finished))
        #expect(drain.plan.stopReason == .signal(15))
    }

    @Test func `the first reason stays`() throws {
        var drain = Rehearsal(2)
        _ = drain.turn(at: 0)
        drain.stop(.signal(2))
        try drain.answer(1, .account, at: 1)
        drain.stop(.signal(15))
        #expect(drain.plan.stopReason == .signal(2))
    }

    @Test func `a signal before the first message sends nothing`() {
        var drain = Rehearsal(2)
        drain.stop(.signal(2))
        #expect(drain.turn(at: 0) == .init([], .finished))
    }

    @Test func `refusals in a row are counted in the order of the answers`() throws {
        var drain = Rehearsal(9) { $0.haltAfter = 3 }
        _ = drain.turn(at: 0)
        for row in [5, 2] { try drain.answer(row, .refused, at: 1) }
        try drain.answer(9, .accepted, at: 2)
        for row in [1, 3] { try drain.answer(row, .refused, at: 3) }
        #expect(drain.plan.stopReason == nil)
        try drain.answer(4, .refused, at: 4)
        #expect(drain.plan.stopReason == .halted(.bad, times: 3))
    }

    @Test func `an attempt that cannot be recorded is given up`() throws {
        var drain = Rehearsal(2) { $0.concurrency = 1 }
        _ = drain.turn(at: 0)
        try drain.abandon(1, at: 0)
        let reason = StopReason.cannotRecord(.cannotWrite(path: "a.campaign", cause: "disk full"))
        drain.stop(reason)
        #expect(drain.turn(at: 1) == .init([], .finished))
        #expect(drain.plan.stopReason == reason)
    }
}
