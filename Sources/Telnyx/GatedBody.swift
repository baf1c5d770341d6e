import NIOCore
import Synchronization

/// A request's body, which leaves when a gate lets it: the client asks for it once a connection stands and the head has
/// been written, however long that took.
struct GatedBody: AsyncSequence, Sendable {
    let bytes: ByteBuffer
    /// Set before the first byte leaves.
    let mark: WrittenMark
    /// Returns when the body may leave.
    let gate: @Sendable () async -> Void

    func makeAsyncIterator() -> Iterator { Iterator(body: self) }

    /// Hands the bytes out, all at once.
    struct Iterator: AsyncIteratorProtocol {
        fileprivate var body: GatedBody?

        mutating func next() async -> ByteBuffer? {
            guard let body else { return nil }
            self.body = nil
            await body.gate()
            body.mark.set()
            return body.bytes
        }
    }
}

/// Says whether a request's body has begun to leave.
///
/// Unset means that nobody can have taken the message.
final class WrittenMark: Sendable {
    private let written = Atomic(false)

    var isSet: Bool { written.load(ordering: .acquiring) }

    func set() { written.store(true, ordering: .releasing) }
}
