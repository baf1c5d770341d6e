/// Holds everybody up until it is opened.
package actor Latch {
    package private(set) var isOpen = false
    private var waiting: [AsyncStream<Never>.Continuation] = []

    package init() {}

    /// Lets everybody go on, those who come later too.
    package func open() {
        isOpen = true
        for continuation in waiting { continuation.finish() }
        waiting = []
    }

    /// Returns once the latch is open, or the task is cancelled.
    package func wait() async {
        if isOpen { return }
        let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
        waiting.append(continuation)
        for await _ in stream {}
    }
}
