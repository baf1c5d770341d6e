import NIOCore

/// A request's body, which leaves when a gate lets it, and the head with it: the client asks for it once a connection
/// stands, however long that took.
struct GatedBody: AsyncSequence, Sendable {
    let bytes: ByteBuffer
    let departure: Departure
    /// Returns when the body may leave.
    let gate: @Sendable () async -> Void

    func makeAsyncIterator() -> Iterator { Iterator(body: self) }

    /// Hands the bytes out, all at once.
    struct Iterator: AsyncIteratorProtocol {
        fileprivate let body: GatedBody

        /// - Throws: `CancellationError` where the departure was called off.
        func next() async throws -> ByteBuffer? {
            if body.departure.hasBegun {
                body.departure.leave()
                return nil
            }
            await body.gate()
            guard body.departure.begin() else { throw CancellationError() }
            return body.bytes
        }
    }
}
