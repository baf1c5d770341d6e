/// When the next message may go: a pure schedule of slots, one interval apart.
///
/// Time that was lost is never caught up, but for the last 5 ms, so that a late awakening costs nothing. That lets a
/// window of one second hold half a percent more than the cap; the other half of the promised 1 % is for the way to
/// the server, on which messages do not keep their distance.
struct SlotSchedule<Instant: InstantProtocol<Duration>> {
    private let interval: Duration
    /// The next slot; nil before the first.
    private var next: Instant?

    init(_ rate: Rate) { self.interval = rate.interval }

    /// The instant from which the next message may go; not after `now` if it may go now.
    func earliest(at now: Instant) -> Instant { max(next ?? now, now.advanced(by: .zero - Rate.tolerance)) }

    /// Takes the next slot.
    mutating func take(at now: Instant) { next = earliest(at: now).advanced(by: interval) }

    /// The time whose slots can no longer be used at `now`: lost unless it is taken.
    func lost(at now: Instant) -> Duration { next.map { max($0.duration(to: earliest(at: now)), .zero) } ?? .zero }

    /// Gives no slot before `instant`.
    mutating func pause(until instant: Instant) { next = max(next ?? instant, instant) }
}

extension Rate {
    /// How far behind now a slot may lie and still be used.
    fileprivate static let tolerance = Duration.milliseconds(5)
}
