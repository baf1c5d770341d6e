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
    private let state = Atomic(waiting)
    private static let (waiting, begun, calledOff) = (0, 1, 2)

    /// Called before the first byte leaves; returns whether it may.
    func begin() -> Bool { leaveWaiting(for: Self.begun) }

    /// Returns whether no byte has left, and none will.
    func callOff() -> Bool { leaveWaiting(for: Self.calledOff) }

    private func leaveWaiting(for end: Int) -> Bool {
        state.compareExchange(expected: Self.waiting, desired: end, ordering: .acquiringAndReleasing).exchanged
    }
}
