/// Holds everybody up until it is opened.
actor Latch {
    private(set) var isOpen = false
    private var waiting: [AsyncStream<Never>.Continuation] = []

    func open() {
        isOpen = true
        for continuation in waiting { continuation.finish() }
        waiting = []
    }

    /// Returns once the latch is open, or the task is cancelled.
    func wait() async {
        if isOpen { return }
        let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
        waiting.append(continuation)
        for await _ in stream {}
    }
}
