import NIOCore
import NIOPosix

/// What a raw server does on one connection, one step after the other; then it closes the connection.
enum Step: Sendable {
    /// Reads one whole request and remembers it.
    case read
    /// Reads until the first bytes have come.
    case readSome
    /// Goes on when so many requests have been read on all connections.
    case awaitRequests(Int)
    case write(String)
    /// Writes until the client has gone.
    case writeForever(String)
    /// Waits until the client has gone.
    case stall
}

/// A server that knows nothing of HTTP but where a request ends: it does what its script says, connection by
/// connection.
actor RawServer {
    nonisolated let port: Int
    /// Whole requests, byte for byte, in the order of their arrival.
    private(set) var requests: [String] = []
    /// How many bytes came, also of what was no whole request.
    private(set) var bytesRead = 0
    private(set) var connections = 0
    private var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    fileprivate init(port: Int) { self.port = port }

    fileprivate func serve(_ connections: Listener, _ script: [[Step]]) async throws {
        try await connections.executeThenClose { inbound in
            try await withThrowingDiscardingTaskGroup { group in
                var scripts = script.makeIterator()
                for try await connection in inbound {
                    let steps = scripts.next() ?? []
                    self.connections += 1
                    group.addTask { await self.run(steps, on: connection) }
                }
            }
        }
    }

    private func run(_ steps: [Step], on connection: Connection) async {
        do {
            try await connection.executeThenClose { inbound, outbound in
                var reader = RequestReader(inbound)
                for step in steps { try await take(step, &reader, outbound) }
            }
        } catch {
            // The client has gone away in the middle, as some tests want it to.
        }
    }

    private func take(
        _ step: Step, _ reader: inout RequestReader, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async throws {
        switch step {
        case .read: note(try await reader.request())
        case .readSome: bytesRead += try await reader.some()
        case .awaitRequests(let count): await haveRead(count)
        case .write(let text): try await outbound.write(ByteBuffer(string: text))
        case .writeForever(let text):
            while !Task.isCancelled { try await outbound.write(ByteBuffer(string: text)) }
        case .stall: while try await reader.some() > 0 {}
        }
    }

    private func note(_ request: String) {
        requests.append(request)
        bytesRead += request.utf8.count
        let ready = waiting.filter { $0.count <= requests.count }
        waiting.removeAll { $0.count <= requests.count }
        for waiter in ready { waiter.continuation.resume() }
    }

    /// Returns when so many requests have been read on all connections.
    func haveRead(_ count: Int) async {
        guard requests.count < count else { return }
        await withCheckedContinuation { waiting.append((count, $0)) }
    }
}

/// Runs `body` with a server on a free port of 127.0.0.1; a connection beyond the script is closed at once.
func withServer<Result>(
    _ script: [[Step]], _ body: (RawServer) async throws -> Result
) async throws -> Result {
    let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .bind(host: "127.0.0.1", port: 0) { channel in
            channel.eventLoop.makeCompletedFuture { try Connection(wrappingChannelSynchronously: channel) }
        }
    let server = RawServer(port: listener.channel.localAddress?.port ?? 0)
    return try await withThrowingTaskGroup { group in
        group.addTask { try await server.serve(listener, script) }
        let result = try await body(server)
        group.cancelAll()
        return result
    }
}

private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>
private typealias Listener = NIOAsyncChannel<Connection, Never>
