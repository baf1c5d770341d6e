/// The requests in flight, and how long they are there.
struct Flights<Instant: InstantProtocol<Duration>> {
    /// Begun and not ended.
    private(set) var open = 0
    private var begun = 0
    /// Of all requests together.
    private var time = Duration.zero
    private var last: Instant?

    mutating func begin(at now: Instant) {
        pass(to: now)
        open += 1
        begun += 1
    }

    mutating func end(at now: Instant) {
        pass(to: now)
        open -= 1
    }

    /// How long a request was in flight.
    var average: Duration { begun == 0 ? .zero : time / begun }

    private mutating func pass(to now: Instant) {
        if let last { time += last.duration(to: now) * open }
        last = now
    }
}
