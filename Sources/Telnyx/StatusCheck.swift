import NIOCore
import NIOHTTP1

/// Fails an answer whose status is below 100, which the client would end the process for.
final class StatusCheck: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    /// Adds a check to a connection, between what reads answers and what takes them.
    @Sendable static func install(_ channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.makeCompletedFuture {
            let handlers = channel.pipeline.syncOperations
            let reader = try handlers.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
            try handlers.addHandler(StatusCheck(), position: .after(reader))
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data), head.status.code < 100 {
            context.fireErrorCaught(HTTPParserError.invalidStatus)
        } else {
            context.fireChannelRead(data)
        }
    }
}
