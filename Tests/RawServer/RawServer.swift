import Glibc
import NIOCore
import NIOPosix

/// What a raw server does on one connection, one step after the other; then it closes the connection.
package enum Step: Sendable {
    /// Reads one whole request and remembers it.
    case read
    /// Reads until the first bytes have come.
    case readSome
    /// Goes on when so many requests have been read on all connections.
    case awaitRequests(Int)
    case write(String)
    /// Writes what depends on the time, in seconds since 1970.
    case writeNow(@Sendable (Int) -> String)
    /// Writes until the client has gone.
    case writeForever(String)
    /// Does this, and goes on when it returns.
    case perform(@Sendable () async -> Void)
    /// Waits until the client has gone.
    case stall
    /// Ends the connection with a reset in place of an orderly close.
    case reset
}

/// A server that knows nothing of HTTP but where a request ends: it does what its script says, connection by
/// connection.
package actor RawServer {
    package nonisolated let port: Int
    /// Whole requests, byte for byte, in the order of their arrival.
    package private(set) var requests: [String] = []
    /// When each of them had come whole.
    package private(set) var arrivals: [ContinuousClock.Instant] = []
    package private(set) var connections = 0
    /// What has come on all connections.
    package private(set) var bytes = 0
    private var isStopped = false
    private var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    fileprivate init(port: Int) { self.port = port }

    fileprivate func serve(_ accepted: AsyncStream<RawConnection>, _ script: [[Step]]) async {
        await withDiscardingTaskGroup { group in
            var scripts = script.makeIterator()
            for await connection in accepted {
                let steps = scripts.next() ?? []
                connections += 1
                group.addTask { await self.run(steps, on: connection) }
            }
        }
    }

    private func run(_ steps: [Step], on connection: RawConnection) async {
        var reader = RequestReader(connection.bytes)
        do {
            for step in steps { try await take(step, &reader, connection) }
            try await connection.channel.close()
        } catch {
            // The client has gone away in the middle, as some tests want it to.
        }
    }

    private func take(_ step: Step, _ reader: inout RequestReader, _ connection: RawConnection) async throws {
        switch step {
        case .read: note(try await reader.request())
        case .readSome: bytes += await reader.some()
        case .perform(let action): await action()
        case .awaitRequests(let count): await haveRead(count)
        case .write(let text): try await connection.channel.writeAndFlush(ByteBuffer(string: text))
        case .writeNow(let text):
            let now = text(time(nil))
            try await connection.channel.writeAndFlush(ByteBuffer(string: now))
        case .writeForever(let text):
            while !Task.isCancelled { try await connection.channel.writeAndFlush(ByteBuffer(string: text)) }
        case .stall:
            while true {
                let count = await reader.some()
                if count == 0 { break }
                bytes += count
            }
        case .reset:
            // To linger for no time at all is how a socket says it (socket(7)).
            guard let socket = connection.channel as? any SocketOptionProvider else {
                throw ChannelError.operationUnsupported
            }
            try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
    }

    private func note(_ request: String) {
        requests.append(request)
        bytes += request.utf8.count
        arrivals.append(.now)
        resume { $0 <= requests.count }
    }

    /// Returns when so many requests have been read on all connections, or the server has stopped.
    package func haveRead(_ count: Int) async {
        guard requests.count < count, !isStopped else { return }
        await withCheckedContinuation { waiting.append((count, $0)) }
    }

    fileprivate func stop() {
        isStopped = true
        resume { _ in true }
    }

    private func resume(where isReady: (Int) -> Bool) {
        for waiter in waiting where isReady(waiter.count) { waiter.continuation.resume() }
        waiting.removeAll { isReady($0.count) }
    }
}

/// Runs `body` with a server on a free port of 127.0.0.1; a connection beyond the script is closed at once.
package func withServer<Result>(
    _ script: [[Step]], _ body: (RawServer) async throws -> Result
) async throws -> Result {
    let (accepted, continuation) = AsyncStream.makeStream(of: RawConnection.self)
    let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(RawConnectionHandler(continuation))
            }
        }
        .bind(host: "127.0.0.1", port: 0).get()
    let server = RawServer(port: listener.localAddress?.port ?? 0)
    return try await withThrowingTaskGroup { group in
        group.addTask { await server.serve(accepted, script) }
        let result: Swift.Result<Result, any Error>
        do {
            result = .success(try await body(server))
        } catch {
            result = .failure(error)
        }
        await server.stop()
        group.cancelAll()
        try await listener.close()
        return try result.get()
    }
}
