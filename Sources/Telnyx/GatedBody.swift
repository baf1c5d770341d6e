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
        private let body: GatedBody
        private let use: Use

        fileprivate init(body: GatedBody) {
            self.body = body
            use = Use(body.departure)
        }

        /// - Throws: `CancellationError` where the departure was called off; not before the attempt is over, for the
        ///   client drops an answer whose request fails.
        func next() async throws -> ByteBuffer? {
            if body.departure.hasBegun {
                body.departure.leave()
                return nil
            }
            await body.gate()
            guard body.departure.begin() else {
                await body.departure.wait()
                throw CancellationError()
            }
            return body.bytes
        }
    }

    /// Ends the wait for the departure when the client drops the body, sent or not.
    private final class Use: Sendable {
        private let departure: Departure

        init(_ departure: Departure) { self.departure = departure }

        deinit { departure.end() }
    }
}
