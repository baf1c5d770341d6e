import AsyncHTTPClient
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import Telnyx

/// The handler by itself, on a connection whose clock and whose bytes move when they are told to.
@Suite final class OutgoingRequestTests {
    /// What stands for the network: it takes everything, and says that it has left when it is told to.
    private final class Jam: ChannelOutboundHandler {
        typealias OutboundIn = HTTPClientRequestPart

        private(set) var written: [HTTPClientRequestPart] = []
        private(set) var flushed = 0
        private var stuck: [EventLoopPromise<Void>] = []

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            written.append(unwrapOutboundIn(data))
            if let promise { stuck.append(promise) }
        }

        func flush(context: ChannelHandlerContext) { flushed = written.count }

        /// The first that is stuck has left.
        func release() { stuck.removeFirst().succeed() }

        func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
            for promise in stuck { promise.fail(ChannelError.ioOnClosedChannel) }
            stuck = []
            context.close(mode: mode, promise: promise)
        }
    }

    private static let head = HTTPClientRequestPart.head(HTTPRequestHead(version: .http1_1, method: .POST, uri: "/"))
    private static let body = HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(string: "{}")))

    /// What stands for the client: it keeps what it is told.
    private final class Client: ChannelInboundHandler {
        typealias InboundIn = HTTPClientResponsePart

        private(set) var answers: [HTTPClientResponsePart] = []
        private(set) var errors: [String] = []

        func channelRead(context: ChannelHandlerContext, data: NIOAny) { answers.append(unwrapInboundIn(data)) }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            errors.append((error as? UnsentRequest).map { "unsent: \($0.cause)" } ?? "\(error)")
        }
    }

    private let jam = Jam()
    private let client = Client()
    private let channel: EmbeddedChannel

    init() throws {
        channel = EmbeddedChannel(handlers: [jam, OutgoingRequest(within: .seconds(30)), client])
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    /// What is still stuck is told.
    deinit { channel.close(promise: nil) }

    private var isOpen: Bool { channel.isActive }

    private func send(_ parts: HTTPClientRequestPart...) {
        for part in parts { channel.writeAndFlush(part, promise: nil) }
    }

    private func pass(_ time: TimeAmount) { channel.embeddedEventLoop.advanceTime(by: time) }

    @Test func `the head leaves with the body`() {
        send(Self.head)
        #expect(jam.written == [Self.head])
        #expect(jam.flushed == 0)
        send(Self.body)
        #expect(jam.written == [Self.head, Self.body])
        #expect(jam.flushed == 2)
        send(.end(nil))
        #expect(jam.flushed == 3)
    }

    @Test func `the head of a request without a body leaves with its end`() {
        send(Self.head, .end(nil))
        #expect(jam.flushed == 2)
    }

    /// It is the answer to another request, or to none.
    @Test func `what is answered before it left fails`() throws {
        let answer: [HTTPClientResponsePart] = [.head(HTTPResponseHead(version: .http1_1, status: .ok)), .end(nil)]
        send(Self.head)
        for part in answer { try channel.writeInbound(part) }
        #expect(client.answers == [])
        #expect(client.errors == ["unsent: EarlyAnswer()"])
        send(Self.body)
        for part in answer { try channel.writeInbound(part) }
        #expect(client.answers == answer)
        #expect(client.errors.count == 1)
    }

    @Test func `a connection that fails before the body leaves has sent nothing`() throws {
        send(Self.head)
        channel.pipeline.fireErrorCaught(HTTPParserError.invalidVersion)
        try channel.close().wait()
        #expect(client.errors == ["unsent: invalid HTTP version", "unsent: \(HTTPClientError.remoteConnectionClosed)"])
    }

    @Test func `a connection that fails later may have sent it`() throws {
        send(Self.head, Self.body)
        channel.pipeline.fireErrorCaught(HTTPParserError.invalidVersion)
        try channel.close().wait()
        #expect(client.errors == ["invalid HTTP version"])
    }

    @Test func `a request whose end does not leave in time costs the connection`() {
        send(Self.head, Self.body)
        pass(.hours(1))
        #expect(isOpen)
        send(.end(nil))
        pass(.milliseconds(29_999))
        #expect(isOpen)
        pass(.milliseconds(1))
        #expect(!isOpen)
    }

    @Test func `a request that has left leaves no alarm to the next`() {
        send(Self.head, Self.body, .end(nil))
        pass(.seconds(29))
        jam.release()
        send(Self.head, Self.body, .end(nil))
        pass(.seconds(29))
        #expect(isOpen)
        pass(.seconds(1))
        #expect(!isOpen)
    }

    /// The end of the first leaves late; the second stays.
    @Test func `a request that follows one that has not left is watched too`() {
        send(Self.head, Self.body, .end(nil))
        pass(.seconds(20))
        send(Self.head, Self.body, .end(nil))
        jam.release()
        pass(.milliseconds(29_999))
        #expect(isOpen)
        pass(.milliseconds(1))
        #expect(!isOpen)
    }
}
