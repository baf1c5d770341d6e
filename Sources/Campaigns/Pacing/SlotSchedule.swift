/// When the next message may go: a pure schedule of slots, one interval apart.
///
/// Time that was lost is never caught up, but for a burst of 10 ms worth of the cap (at least one message), which is
/// 1 % of a second: so no window of one second holds more than the cap and 1 % and one.
struct SlotSchedule<Instant: InstantProtocol<Duration>> {
    private let interval: Duration
    /// How far behind now the schedule may lie.
    private let tolerance: Duration
    /// The next slot; nil before the first.
    private var next: Instant?

    init(_ rate: Rate) {
        self.interval = rate.interval
        let burst = max(Int(Duration.milliseconds(10) / rate.interval), 1)
        self.tolerance = rate.interval * (burst - 1)
    }

    /// The instant from which the next message may go; not after `now` if it may go now.
    func earliest(at now: Instant) -> Instant { max(next ?? now, now.advanced(by: .zero - tolerance)) }

    /// Takes the next slot.
    mutating func take(at now: Instant) { next = earliest(at: now).advanced(by: interval) }

    /// Gives no slot before `instant`.
    mutating func pause(until instant: Instant) { next = max(next ?? instant, instant) }
}
