import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import RawServer

/// A server in Telnyx's place that remembers every request and looks at no idempotency key: what is posted twice is
/// delivered twice.
struct StandIn: Sendable {
    let port: Int
    private let isEncrypted: Bool
    private let log: PostLog
    private let gate: Latch
    private let traffic: Traffic

    fileprivate init(port: Int, _ desk: AnswerDesk, isEncrypted: Bool) {
        self.isEncrypted = isEncrypted
        self.port = port
        self.log = desk.log
        self.gate = desk.gate
        self.traffic = desk.traffic
    }

    var baseURL: String { "\(isEncrypted ? "https" : "http")://127.0.0.1:\(port)/v2" }

    /// Everything that came, in the order in which it came.
    var posts: [Post] { get async { await log.posts } }

    func wait(forPosts count: Int) async { await log.wait(for: count) }

    /// Answers what is held, and holds nothing any more.
    func release() async { await gate.open() }

    /// Whether every request that came was answered.
    var hasAnsweredAll: Bool { traffic.requests == traffic.answers }

    /// Returns when all connections are closed and what came on them is in `posts`.
    func quiet() async {
        while traffic.connections > 0 { await Task.yield() }
        await log.wait(for: traffic.requests)
    }
}

/// What the server answers.
enum Reply: Sendable {
    case accept
    /// Accepts, once the server is released.
    case hold
    /// Refuses with a status and a code in Telnyx's envelope.
    case refuse(Int, String)
    /// The same, once the server is released.
    case refuseHeld(Int, String)
    /// Asks to wait so many seconds, once the server is released.
    case turnAway(seconds: Int)
    /// The same for whoever came before that; whoever comes later is accepted.
    case turnAwayHeld(seconds: Int)

    /// The message id that a request is accepted with.
    static func id(_ post: Post) -> String { "message-\(post.row)-\(post.number)" }
}

/// Runs `body` while a server answers each request as `reply` says.
func withStandIn<Result>(
    _ reply: @escaping @Sendable (Post) -> Reply = { _ in .accept }, tls: NIOSSLContext? = nil,
    _ body: (StandIn) async throws -> Result
) async throws -> Result {
    let desk = AnswerDesk(reply: reply)
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(.backlog, value: 4096)
        .childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                try channel.pipeline.syncOperations.addHandler(AnsweringHandler(desk))
            }
        }
        .bind(host: "127.0.0.1", port: 0).get()
    do {
        guard let port = server.localAddress?.port else { throw ChannelError.unknownLocalAddress }
        let result = try await body(StandIn(port: port, desk, isEncrypted: tls != nil))
        try await desk.close(server)
        return result
    } catch {
        try await desk.close(server)
        throw error
    }
}

/// Takes requests and decides on answers.
private struct AnswerDesk: Sendable {
    let log = PostLog()
    let gate = Latch()
    let traffic = Traffic()
    let reply: @Sendable (Post) -> Reply

    struct Answer: Sendable {
        let status: Int
        let json: String
        var headers: HTTPHeaders = [:]
    }

    func answer(_ head: HTTPRequestHead, _ body: String) async -> Answer {
        let post = await log.record(path: head.uri, headers: head.headers, body: body)
        switch reply(post) {
        case .accept: break
        case .hold: await gate.wait()
        case .refuse(let status, let code): return refusal(status, code)
        case .refuseHeld(let status, let code):
            await gate.wait()
            return refusal(status, code)
        case .turnAwayHeld where await gate.isOpen: break
        case .turnAway(let seconds), .turnAwayHeld(let seconds):
            await gate.wait()
            return refusal(429, "10011", ["Retry-After": "\(seconds)"])
        }
        return Answer(status: 200, json: #"{"data":{"id":"\#(Reply.id(post))"}}"#)
    }

    private func refusal(_ status: Int, _ code: String, _ headers: HTTPHeaders = [:]) -> Answer {
        Answer(
            status: status, json: #"{"errors":[{"code":"\#(code)","title":"Refused","detail":"As told"}]}"#,
            headers: headers)
    }

    /// Takes no more connections; those that stand end with their clients.
    func close(_ server: any Channel) async throws {
        await gate.open()
        try await server.close()
    }
}

/// One connection.
private final class AnsweringHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let desk: AnswerDesk
    private var head: HTTPRequestHead?
    private var body = ByteBuffer()

    init(_ desk: AnswerDesk) { self.desk = desk }

    func channelActive(context: ChannelHandlerContext) { desk.traffic.noteConnection() }

    func channelInactive(context: ChannelHandlerContext) { desk.traffic.noteEndOfConnection() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body.clear()
        case .body(let part): body.writeImmutableBuffer(part)
        case .end:
            guard let head else { return }
            desk.traffic.noteRequest()
            let (desk, text) = (desk, String(buffer: body))
            context.eventLoop.makeFutureWithTask { await desk.answer(head, text) }
                .assumeIsolated().whenSuccess { self.write($0, context) }
        }
    }

    private func write(_ answer: AnswerDesk.Answer, _ context: ChannelHandlerContext) {
        var headers: HTTPHeaders = [
            "Content-Type": "application/json", "Content-Length": "\(answer.json.utf8.count)",
        ]
        headers.add(contentsOf: answer.headers)
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: answer.json)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)))
            .whenComplete { [desk] _ in desk.traffic.noteAnswer() }
    }
}
