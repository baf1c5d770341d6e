import Testing

@testable import Campaigns

/// What a run says when the concurrency kept it from its rate.
@Suite struct ShortfallTests {
    /// Sends messages to a server whose answers take so many seconds.
    private func shortfall(
        _ rate: String, concurrency: Int, answers seconds: Double, messages: Int
    ) throws -> Shortfall? {
        var drain = Rehearsal(messages, rate: try #require(Rate(rate))) { $0.concurrency = concurrency }
        var open: [(row: Int, due: Double)] = []
        var time = 0.0
        while true {
            let turn = drain.turn(at: time)
            open += turn.sent.compactMap { Int($0) }.map { ($0, time + seconds) }
            let answer = open.first?.due ?? .infinity
            switch turn.then {
            case .finished: return drain.plan.shortfall
            case .wait(let slot): time = min(answer, slot.sinceZero / .seconds(1))
            default: time = answer
            }
            if time == answer { try drain.answer(open.removeFirst().row, .accepted, at: time) }
        }
    }

    @Test(arguments: [
        ("10/s", 2, 0.4, 4), ("10/s", 3, 0.4, 4), ("10/s", 1, 2, 20), ("600/min", 2, 0.4, 4), ("10/s", 1, 0.15, 2),
    ])
    func `too few requests in flight are noticed, and how many it takes is said`(
        _ rate: String, _ concurrency: Int, _ answers: Double, _ needed: Int
    ) throws {
        let shortfall = try shortfall(rate, concurrency: concurrency, answers: answers, messages: 101)
        #expect(shortfall?.needed == needed)
    }

    /// Most of its messages left before the first answer came.
    @Test func `a short run says what it takes, too`() throws {
        #expect(try shortfall("80/s", concurrency: 160, answers: 4, messages: 300)?.needed == 320)
    }

    @Test(arguments: [("10/s", 4, 0.4), ("10/s", 1, 0.1), ("10/s", 100, 5), ("1/h", 1, 2)])
    func `enough requests in flight are no matter`(_ rate: String, _ concurrency: Int, _ answers: Double) throws {
        #expect(try shortfall(rate, concurrency: concurrency, answers: answers, messages: 40) == nil)
    }

    @Test(arguments: [(0, 9), (1, 9), (3, 0.4)])
    func `a run of less than a second misses no rate`(_ messages: Int, _ answers: Double) throws {
        #expect(try shortfall("10/s", concurrency: 1, answers: answers, messages: messages) == nil)
    }

    @Test func `a run that stopped has more to say`() throws {
        var drain = Rehearsal(9, rate: Rate(count: 10, unit: .second)) { $0.concurrency = 1 }
        for row in 1...3 {
            _ = drain.turn(at: Double(row))
            try drain.answer(row, .accepted, at: Double(row) + 0.9)
        }
        #expect(drain.plan.shortfall?.needed == 9)
        drain.stop(.signal(15))
        #expect(drain.plan.shortfall == nil)
    }

    @Test(arguments: [
        (2.02, "Set --concurrency 162 next time."), (4, "Set --concurrency 320 next time."),
        (125, "Set --concurrency 10000 next time."), (125.1, "It would take more than 10000, the most that it can be."),
        (2, nil), (0.1, nil),
    ])
    func `the sentence names what helps`(_ flight: Double, _ advice: String?) throws {
        let shortfall = try #require(Shortfall(SendingOptions(), share: 0.01, flight: .seconds(flight)))
        let fact = "Slower than 80/s: all requests that --concurrency 160 allows waited for answers."
        #expect(shortfall.sentence == [fact, advice].compactMap(\.self).joined(separator: " "))
    }

    @Test(arguments: [
        (200, "Set --concurrency 200 next time."),
        (199, "It takes 200, and the system allows 199: raise the limit with 'ulimit -n'."),
    ])
    func `the sentence names what the system allows`(_ possible: Int, _ advice: String) throws {
        let options = SendingOptions(concurrency: 100, possibleConcurrency: possible)
        let shortfall = try #require(Shortfall(options, share: 0.5, flight: .milliseconds(2500)))
        #expect(
            shortfall.sentence
                == "Slower than 80/s: all requests that --concurrency 100 allows waited for answers. \(advice)")
    }

    @Test func `less than a hundredth is not said`() {
        #expect(Shortfall(SendingOptions(), share: 0.0099, flight: .seconds(4)) == nil)
    }
}
