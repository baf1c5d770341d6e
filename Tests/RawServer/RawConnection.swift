import NIOCore

/// A connection that was accepted, and the bytes that come on it; they end when the client goes away.
struct RawConnection: Sendable {
    let channel: any Channel
    let bytes: AsyncStream<ByteBuffer>
}

/// Hands a connection over as soon as it stands, and then its bytes.
final class RawConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let accepted: AsyncStream<RawConnection>.Continuation
    private let stream: AsyncStream<ByteBuffer>
    private let bytes: AsyncStream<ByteBuffer>.Continuation

    init(_ accepted: AsyncStream<RawConnection>.Continuation) {
        self.accepted = accepted
        (stream, bytes) = AsyncStream.makeStream()
    }

    func channelActive(context: ChannelHandlerContext) {
        accepted.yield(RawConnection(channel: context.channel, bytes: stream))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { bytes.yield(unwrapInboundIn(data)) }

    func channelInactive(context: ChannelHandlerContext) { bytes.finish() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
