import Synchronization

/// Whether a request's body leaves: once it was called off it cannot begin, and once it has begun it cannot be called
/// off.
final class Departure: Sendable {
    private enum State: UInt8, AtomicRepresentable {
        case waiting, calledOff, begun, left
    }

    private let state = Atomic(State.waiting)

    /// Called before the first byte leaves; returns whether it may.
    func begin() -> Bool { change(to: .begun) == .begun }

    /// Called when the client has taken the bytes.
    func leave() { state.store(.left, ordering: .releasing) }

    /// Returns whether no byte has left, and none will.
    func callOff() -> Bool { change(to: .calledOff) == .calledOff }

    var hasBegun: Bool { state.load(ordering: .acquiring).rawValue >= State.begun.rawValue }

    var hasLeft: Bool { state.load(ordering: .acquiring) == .left }

    /// Leaves `waiting`; returns the state that it has then.
    private func change(to end: State) -> State {
        let (isChanged, before) = state.compareExchange(
            expected: .waiting, desired: end, ordering: .acquiringAndReleasing)
        return isChanged ? end : before
    }
}
