import NIOCore
import NIOHTTP1
import NIOPosix

/// A server on 127.0.0.1 that notes when each request arrives, and accepts it after a while.
struct ArrivalServer {
    let port: Int
    let log: ArrivalLog

    var baseURL: String { "http://127.0.0.1:\(port)/v2" }

    /// Runs `body` while the server answers.
    ///
    /// - Parameter delay: how long the request with this number, from 0, waits for its answer.
    static func with<Result>(
        delay: @escaping @Sendable (Int) -> TimeAmount = { _ in .zero },
        _ body: (ArrivalServer) async throws -> Result
    ) async throws -> Result {
        let log = ArrivalLog()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 4096)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(ArrivalHandler(log, delay))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        guard let port = channel.localAddress?.port else { throw ChannelError.unknownLocalAddress }
        let result: Result
        do {
            result = try await body(ArrivalServer(port: port, log: log))
        } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
        return result
    }
}

/// One connection.
private final class ArrivalHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private static let head = HTTPResponseHead(
        version: .http1_1, status: .ok,
        headers: ["Content-Type": "application/json", "Content-Length": "\(Answer.accepted.utf8.count)"])
    private static let body = ByteBuffer(string: Answer.accepted)

    private let log: ArrivalLog
    private let delay: @Sendable (Int) -> TimeAmount
    private var number = 0

    init(_ log: ArrivalLog, _ delay: @escaping @Sendable (Int) -> TimeAmount) {
        self.log = log
        self.delay = delay
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: number = log.note(.now())
        case .body: break
        case .end:
            let wait = delay(number)
            if wait == .zero { return answer(context) }
            context.eventLoop.assumeIsolated().scheduleTask(in: wait) { self.answer(context) }
        }
    }

    private func answer(_ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(Self.head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(Self.body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
