import Testing

@testable import Campaigns

@Suite struct BackoffTests {
    @Test(
        arguments: [
            (-1, 0.5), (0, 0.5), (1, 0.5), (2, 1), (3, 2), (4, 4), (5, 8), (6, 16), (7, 30), (8, 30), (100, 30),
            (Int.max, 30),
        ] as [(Int, Double)])
    func `waits double from half a second to thirty`(_ failures: Int, _ seconds: Double) {
        #expect(Backoff.ceiling(afterFailures: failures) == .seconds(seconds))
    }

    @Test(arguments: [1, 2, 5, 9], 1...4 as ClosedRange<UInt64>)
    func `a wait is anything up to its longest, evenly`(_ failures: Int, _ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let longest = Backoff.ceiling(afterFailures: failures)
        let shares = (0..<1000).map { _ in Backoff.delay(afterFailures: failures, using: &random) / longest }
        #expect(shares.allSatisfy { (0...1).contains($0) })
        // The mean of a thousand even numbers lies 11 of its deviations within these bounds.
        #expect(abs(shares.reduce(0, +) / 1000 - 0.5) < 0.1)
        for tenth in 0..<10 {
            #expect(shares.contains { Int($0 * 10) == tenth })
        }
    }

    @Test func `the longest wait can happen`() {
        var random = Largest()
        #expect(Backoff.delay(afterFailures: 3, using: &random) == .seconds(2))
    }
}
