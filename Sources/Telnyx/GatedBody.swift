import NIOCore
import Synchronization

/// A request's body, which leaves when a gate lets it: the client asks for it once a connection stands and the head has
/// been written, however long that took.
struct GatedBody: AsyncSequence, Sendable {
    let bytes: ByteBuffer
    let departure: Departure
    /// Returns when the body may leave.
    let gate: @Sendable () async -> Void

    func makeAsyncIterator() -> Iterator { Iterator(body: self) }

    /// Hands the bytes out, all at once.
    struct Iterator: AsyncIteratorProtocol {
        fileprivate var body: GatedBody?

        /// - Throws: `CancellationError` where the departure was called off meanwhile.
        mutating func next() async throws -> ByteBuffer? {
            guard let body else { return nil }
            self.body = nil
            await body.gate()
            guard body.departure.begin() else { throw CancellationError() }
            return body.bytes
        }
    }
}

/// Whether a request's body leaves: once it was called off it cannot begin, and once it has begun it cannot be called
/// off.
final class Departure: Sendable {
    private enum State: UInt8, AtomicRepresentable {
        case waiting, begun, calledOff
    }

    private let state = Atomic(State.waiting)
    /// Ends when it begins.
    private let (events, ending) = AsyncStream.makeStream(of: Never.self)

    /// Called before the first byte leaves; returns whether it may.
    func begin() -> Bool {
        defer { ending.finish() }
        return leaveWaiting(for: .begun) == .begun
    }

    /// Returns when it begins or would have begun.
    func wait() async { for await _ in events {} }

    /// Returns whether no byte has left, and none will.
    func callOff() -> Bool { leaveWaiting(for: .calledOff) == .calledOff }

    /// Returns the state that it has then.
    private func leaveWaiting(for end: State) -> State {
        let (isChanged, before) = state.compareExchange(
            expected: .waiting, desired: end, ordering: .acquiringAndReleasing)
        return isChanged ? end : before
    }
}
