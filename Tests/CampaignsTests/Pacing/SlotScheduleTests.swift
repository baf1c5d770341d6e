import Testing

@testable import Campaigns

@Suite struct SlotScheduleTests {
    /// When messages go that are asked for at these times, in seconds.
    private func slots(_ rate: Rate, _ times: [Double]) -> [Duration] {
        var schedule = SlotSchedule<Moment>(rate)
        return times.map { time in
            let slot = max(schedule.earliest(at: .seconds(time)), .seconds(time))
            schedule.take(at: slot)
            return slot.sinceZero
        }
    }

    @Test func `messages that all wait go one interval apart`() {
        let slots = slots(Rate(count: 4, unit: .second), Array(repeating: 10, count: 5))
        #expect(slots == [10, 10.25, 10.5, 10.75, 11].map { .seconds($0) })
    }

    @Test func `a message that comes late goes at once, and the next one an interval after what it could catch up`() {
        let slots = slots(Rate(count: 1, unit: .second), [0, 0, 7.5, 7.5, 7.5])
        #expect(slots == [0, 1000, 7500, 8495, 9495].map { .milliseconds($0) })
    }

    @Test(arguments: [("4800/min", 0.0125), ("20000/h", 0.18), ("6/min", 10), ("2/h", 1800)])
    func `a cap for a minute or an hour means even distances`(_ text: String, _ seconds: Double) throws {
        let slots = slots(try #require(Rate(text)), [0, 0, 0, 0])
        #expect(slots == [0, 1, 2, 3].map { .seconds(seconds) * $0 })
    }

    @Test func `a late awakening delays no message after it`() {
        let slots = slots(Rate(count: 80, unit: .second), [0, 0.0145, 0.028, 0.0375, 0.05])
        #expect(slots == [0, 14_500, 28_000, 37_500, 50_000].map { .microseconds($0) })
    }

    @Test func `what a stall has lost is caught up for 5 milliseconds only`() {
        // One every 2 ms.
        let slots = slots(Rate(count: 500, unit: .second), [0] + Array(repeating: 60, count: 6))
        let expected = [Duration.zero] + [0, 0, 0, 1, 3, 5].map { .seconds(60) + .milliseconds($0) }
        #expect(slots == expected)
    }

    @Test(arguments: [
        (1, 1), (99, 1), (199, 1), (200, 2), (400, 3), (5000, 26), (1_000_000, 5001),
    ])
    func `after a long stall so many go at once`(_ cap: Int, _ burst: Int) {
        let slots = slots(Rate(count: cap, unit: .second), [0] + Array(repeating: 60, count: burst + 1))
        #expect(slots.count { $0 == .seconds(60) } == burst)
    }

    @Test func `nothing goes while everybody waits, and it starts again evenly`() {
        var schedule = SlotSchedule<Moment>(Rate(count: 1, unit: .second))
        schedule.take(at: .seconds(0))
        schedule.pause(until: .seconds(30))
        #expect(schedule.earliest(at: .seconds(2)) == .seconds(30))
        schedule.pause(until: .seconds(20))
        #expect(schedule.earliest(at: .seconds(2)) == .seconds(30))
        schedule.take(at: .seconds(30))
        #expect(schedule.earliest(at: .seconds(30)) == .seconds(31))
    }

    @Test func `a pause before the first message counts`() {
        var schedule = SlotSchedule<Moment>(Rate(count: 1, unit: .second))
        schedule.pause(until: .seconds(5))
        #expect(schedule.earliest(at: .seconds(1)) == .seconds(5))
    }

    static let rates = ["1/s", "80/s", "5000/s", "4800/min", "20000/h"]

    /// Calls come in bursts, in a trickle and after stalls, and the sender itself may be late for its slot.
    @Test(arguments: rates, 1...8 as ClosedRange<UInt64>)
    func `no window of a second holds more than the cap and 1 % and one`(_ text: String, _ seed: UInt64) throws {
        let rate = try #require(Rate(text))
        var random = SplitMix64(seed: seed)
        var schedule = SlotSchedule<Moment>(rate)
        var now = Moment()
        var sent: [Moment] = []
        let count = min(max(Int(rate.perSecond * 5), 60), 15000)
        while sent.count < count {
            now = now.advanced(by: pause(rate, &random))
            now = max(schedule.earliest(at: now), now)
            if Int.random(in: 0..<10, using: &random) == 0 { now = now.advanced(by: pause(rate, &random)) }
            schedule.take(at: now)
            sent.append(now)
        }
        #expect(Double(fullestSecond(sent)) <= rate.perSecond * 1.01 + 1)
    }

    private func pause(_ rate: Rate, _ random: inout SplitMix64) -> Duration {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<90: .zero
        case 90..<97: rate.interval * Double.random(in: 0...3, using: &random)
        case 97..<99: .milliseconds(Int.random(in: 0...50, using: &random))
        default: .milliseconds(Int.random(in: 0...3000, using: &random))
        }
    }

    private func fullestSecond(_ sent: [Moment]) -> Int {
        var first = 0
        var most = 0
        for last in sent.indices {
            while sent[first].duration(to: sent[last]) >= .seconds(1) { first += 1 }
            most = max(most, last - first + 1)
        }
        return most
    }

    /// The other half of the promise: a cap that is asked for is reached.
    @Test(arguments: rates)
    func `who always has messages sends at the cap`(_ text: String) throws {
        let rate = try #require(Rate(text))
        let slots = slots(rate, Array(repeating: 0, count: rate.count + 1))
        let whole = try #require(slots.last)
        #expect(abs(whole / .seconds(rate.unit.seconds) - 1) < 1e-9)
    }
}
