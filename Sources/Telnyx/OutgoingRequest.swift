import NIOCore
import NIOHTTP1

/// Lets the head of a request leave together with its body, and closes a connection that does not take them in time.
///
/// Before its body leaves, nothing of a message is on its way. Once an answer is complete, the client would wait without
/// end for the rest of its request to leave.
final class OutgoingRequest: ChannelOutboundHandler {
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    private let time: TimeAmount
    /// Whether the head is all that has been written of a request.
    private var isHeadAlone = false
    /// Whether the end of a request has been written and has not left.
    private var isEndWaiting = false
    private var alarm: Scheduled<Void>?

    /// - Parameter time: how long the end of a request may wait.
    init(within time: TimeAmount) { self.time = time }

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
            isEndWaiting = true
            let departure = promise ?? context.eventLoop.makePromise()
            departure.futureResult.assumeIsolated().whenComplete { _ in self.endHasLeft() }
            context.write(data, promise: departure)
        }
    }

    func flush(context: ChannelHandlerContext) {
        if isHeadAlone { return }
        context.flush()
        guard isEndWaiting, alarm == nil else { return }
        alarm = context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }

    private func endHasLeft() {
        isEndWaiting = false
        alarm?.cancel()
        alarm = nil
    }
}
