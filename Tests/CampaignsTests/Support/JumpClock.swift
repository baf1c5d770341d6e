import Synchronization

/// A clock on which sleeping takes no time: it jumps to where the sleeper wants to be.
final class JumpClock: Clock {
    private let nanoseconds = Atomic<Int64>(0)

    var now: Moment { Moment(sinceZero: .nanoseconds(nanoseconds.load(ordering: .relaxed))) }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Moment, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        nanoseconds.max(Int64((deadline.sinceZero / .nanoseconds(1)).rounded(.up)), ordering: .relaxed)
        await Task.yield()
    }
}
