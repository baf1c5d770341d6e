import NIOCore
import NIOHTTP1

/// Lets the head of a request leave together with its body, fails a request that is answered before, and closes a
/// connection that does not take the rest in time.
///
/// Before its body leaves, nothing of a message is on its way: an answer that comes then is another's. Only the
/// connection knows which of the two was first. Once an answer is complete, the client would wait without end for the
/// rest of its request to leave.
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
        if case .head = unwrapInboundIn(data) { context.fireErrorCaught(EarlyAnswer()) }
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

/// An answer came before anything of the request had left.
struct EarlyAnswer: Error {}
