import NIOCore
import NIOHTTP1

/// Lets the head of a request leave together with its body: before that, nothing of a message is on its way.
final class HeldHead: ChannelOutboundHandler {
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    /// Whether the head is all that has been written of a request.
    private var isAlone = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .head = unwrapOutboundIn(data) { isAlone = true } else { isAlone = false }
        context.write(data, promise: promise)
    }

    func flush(context: ChannelHandlerContext) {
        if !isAlone { context.flush() }
    }
}
