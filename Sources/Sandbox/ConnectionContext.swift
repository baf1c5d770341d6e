import Hummingbird
import NIOCore

/// The connection a request came in on, so that it can be cut instead of answered.
struct ConnectionContext: InitializableFromSource {
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
    }

    /// Closes the connection without a byte of an answer, not even a status line.
    ///
    /// - Throws: always. Hummingbird tries to report the error on the closed connection, fails, and forgets it.
    func cut() async throws -> Never {
        try await channel.close()
        throw ConnectionCut()
    }
}

/// Ends the handling of a request whose connection is gone.
private struct ConnectionCut: Error {}
