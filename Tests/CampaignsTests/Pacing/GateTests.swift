import Testing

@testable import Campaigns

@Suite(.timeLimit(.minutes(1))) struct GateTests {
    private let clock = ManualClock()

    private let gate: Gate<ManualClock>

    init() { gate = Gate(Rate(count: 100, unit: .second), clock: clock) }

    /// Sends twenty messages at once through a gate of 100 a second, and moves the clock in steps.
    ///
    /// Returns how many have passed after each step.
    private func passed(at steps: [Moment]) async -> [Int] {
        let passed = Counter()
        return await withTaskGroup { group in
            for _ in 1...20 {
                group.addTask {
                    await gate.pass()
                    await passed.increment()
                }
            }
            var counts: [Int] = []
            for step in steps {
                await clock.advance(to: step)
                await settle(passed)
                counts.append(await passed.count)
            }
            while await passed.count < 20 {
                await clock.advance(to: clock.now.advanced(by: .milliseconds(10)))
                await settle(passed)
            }
            return counts
        }
    }

    /// Returns when all that have passed are counted, and the next one sleeps.
    private func settle(_ passed: Counter) async {
        while true {
            let isResting = await clock.sleeping == 1
            let (held, count) = await (gate.held, passed.count)
            if held + count == 20, isResting || held == 0 { return }
            await Task.yield()
        }
    }

    @Test func `messages that come together leave one slot apart`() async {
        let times = [0, 0.009, 0.011, 0.021, 0.029, 0.031] as [Double]
        #expect(await passed(at: times.map { .seconds($0) }) == [1, 1, 2, 3, 3, 4])
    }

    @Test func `those who sleep through their slots do not leave together`() async {
        let times = [0, 1.5, 1.504, 1.506, 1.516] as [Double]
        #expect(await passed(at: times.map { .seconds($0) }) == [1, 2, 2, 3, 4])
    }

    private actor Counter {
        private(set) var count = 0

        func increment() { count += 1 }
    }
}
