import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Lets the head of a request leave together with its body, says of a request that fails before that nothing of it has
/// left, and closes a connection that does not take the rest in time.
///
/// An answer that comes before the body leaves is another request's, or nobody's. Only the connection knows which of the
/// two was first. Once an answer is complete, the client would wait without end for the rest of its request to leave.
final class OutgoingRequest: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    private let time: TimeAmount
    /// Whether the head is all that has been written of a request.
    private var isHeadAlone = false
    /// How many requests have been written to their end and have not left; an answer that is complete lets the next
    /// one follow.
    private var waiting = 0
    /// Closes the connection; set while one of them waits.
    private var alarm: Scheduled<Void>?

    /// - Parameter time: how long the end of a request may wait.
    init(within time: TimeAmount) { self.time = time }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard isHeadAlone else { return context.fireChannelRead(data) }
        // The client closes the connection; the rest of the answer is nobody's.
        if case .head = unwrapInboundIn(data) { errorCaught(context: context, error: EarlyAnswer()) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.fireErrorCaught(isHeadAlone ? UnsentRequest(cause: error) : error)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if isHeadAlone { errorCaught(context: context, error: HTTPClientError.remoteConnectionClosed) }
        context.fireChannelInactive()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head:
            isHeadAlone = true
            context.write(data, promise: promise)
        case .body:
            isHeadAlone = false
            context.write(data, promise: promise)
        case .end:
            isHeadAlone = false
            waiting += 1
            let departure = promise ?? context.eventLoop.makePromise()
            departure.futureResult.assumeIsolated().whenComplete { _ in self.endHasLeft(context) }
            context.write(data, promise: departure)
        }
    }

    func flush(context: ChannelHandlerContext) {
        if isHeadAlone { return }
        context.flush()
        setAlarm(context)
    }

    private func endHasLeft(_ context: ChannelHandlerContext) {
        waiting -= 1
        alarm?.cancel()
        alarm = nil
        setAlarm(context)
    }

    private func setAlarm(_ context: ChannelHandlerContext) {
        guard waiting > 0, alarm == nil else { return }
        alarm = context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }
}

/// A request failed, and nothing of it has left or will.
struct UnsentRequest: Error {
    /// What ended its connection.
    let cause: any Error
}

/// An answer came before its request had left.
struct EarlyAnswer: Error {}
