import Synchronization

/// Whether a request's body leaves: once it was called off it cannot begin, and once it has begun it cannot be called
/// off.
final class Departure: Sendable {
    private enum State: UInt8, AtomicRepresentable {
        case waiting, calledOff, begun, left
    }

    private let state = Atomic(State.waiting)
    /// Ends when the body has left or never will, or the attempt is over.
    private let (events, ending) = AsyncStream.makeStream(of: Never.self)

    /// Called before the first byte leaves; returns whether it may.
    func begin() -> Bool { change(to: .begun) == .begun }

    /// Called when the connection has the bytes.
    func leave() {
        state.store(.left, ordering: .releasing)
        ending.finish()
    }

    /// Returns whether no byte has left, and none will.
    func callOff() -> Bool { change(to: .calledOff) == .calledOff }

    /// Called when the body is dropped or the attempt is over, however it ended.
    func end() { ending.finish() }

    var hasBegun: Bool { state.load(ordering: .acquiring).rawValue >= State.begun.rawValue }

    var hasLeft: Bool { state.load(ordering: .acquiring) == .left }

    /// Returns when the body has left or was dropped, the attempt is over, or the task is cancelled.
    func wait() async { for await _ in events {} }

    /// Leaves `waiting`; returns the state that it has then.
    private func change(to end: State) -> State {
        let (isChanged, before) = state.compareExchange(
            expected: .waiting, desired: end, ordering: .acquiringAndReleasing)
        return isChanged ? end : before
    }
}
