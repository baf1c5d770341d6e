import Synchronization

/// A request to stop, by the number of the signal that made it.
///
/// Work looks at it between steps, or waits for it.
package final class StopSignal: Sendable {
    private let number = Atomic<Int32>(0)
    /// Yields the first request.
    let stream: AsyncStream<Int32>
    private let continuation: AsyncStream<Int32>.Continuation

    /// Nothing asks for a stop yet.
    package init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    /// Asks for a stop.
    ///
    /// Returns whether this is the first request.
    package func request(_ signal: Int32) -> Bool {
        let isFirst = number.compareExchange(expected: 0, desired: signal, ordering: .relaxed).exchanged
        if isFirst { continuation.yield(signal) }
        return isFirst
    }

    /// The signal that asked for a stop, if one did.
    package var requested: Int32? {
        let signal = number.load(ordering: .relaxed)
        return signal == 0 ? nil : signal
    }
}
