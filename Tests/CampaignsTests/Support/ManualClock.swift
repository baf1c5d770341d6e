import Synchronization

/// A clock that hardly moves until a test moves it: by a nanosecond each time that it is read.
final class ManualClock: Clock {
    private let nanoseconds = Atomic<Int64>(0)
    private let sleepers = Sleepers()

    var now: Moment {
        Moment(sinceZero: .nanoseconds(nanoseconds.add(1, ordering: .sequentiallyConsistent).newValue))
    }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Moment, tolerance: Duration?) async throws {
        await sleepers.sleep(until: deadline, now: { self.now })
    }

    /// How many sleep.
    var sleeping: Int { get async { await sleepers.count } }

    /// Moves the clock and wakes those whose time has come.
    func advance(to moment: Moment) async {
        nanoseconds.store(Int64(moment.sinceZero / .nanoseconds(1)), ordering: .sequentiallyConsistent)
        await sleepers.wake(at: moment)
    }

    private actor Sleepers {
        private var all: [(deadline: Moment, continuation: CheckedContinuation<Void, Never>)] = []

        var count: Int { all.count }

        func sleep(until deadline: Moment, now: () -> Moment) async {
            if deadline <= now() { return }
            await withCheckedContinuation { all.append((deadline, $0)) }
        }

        func wake(at moment: Moment) {
            let due = all.filter { $0.deadline <= moment }
            all.removeAll { $0.deadline <= moment }
            for sleeper in due { sleeper.continuation.resume() }
        }
    }
}
