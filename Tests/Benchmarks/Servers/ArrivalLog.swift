import NIOConcurrencyHelpers
import NIOCore

/// When requests arrived, as the server sees it.
struct ArrivalLog: Sendable {
    private let times = NIOLockedValueBox<[NIODeadline]>([])

    /// Notes one; returns how many came before it.
    func note(_ time: NIODeadline) -> Int {
        times.withLockedValue {
            $0.append(time)
            return $0.count - 1
        }
    }

    var count: Int { times.withLockedValue { $0.count } }

    var arrivals: Arrivals { Arrivals(times.withLockedValue { $0 }.map { Int(clamping: $0.uptimeNanoseconds) }) }

    /// Returns once so many have come.
    ///
    /// Five minutes at most.
    func wait(for count: Int) async throws {
        let end = ContinuousClock.now + .seconds(300)
        while self.count < count {
            if ContinuousClock.now > end { throw NeverCame(count: count, came: self.count) }
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    /// Requests that did not come.
    struct NeverCame: Error, CustomStringConvertible {
        let count: Int
        let came: Int

        var description: String { "Only \(came) of \(count) requests came." }
    }
}
