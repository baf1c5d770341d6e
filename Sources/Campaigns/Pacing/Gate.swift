/// Lets messages through no faster than the rate.
///
/// Slots are taken before the intent is recorded; when a slow disk or slow connections hold many messages back, they
/// would go on together. Here one passes after the other, in the order in which they came, and takes a slot when it
/// passes and not before: so those who are held back do not pass together either when a process that was stopped goes
/// on. Nobody waits longer than the latest was late.
actor Gate<Wall: Clock<Duration>> {
    private let clock: Wall
    private var schedule: SlotSchedule<Wall.Instant>
    /// Messages that have come and not left.
    private(set) var held = 0
    /// Those of them that wait for the one before.
    private var queue: [CheckedContinuation<Void, Never>] = []

    init(_ rate: Rate, clock: Wall) {
        self.clock = clock
        self.schedule = SlotSchedule(rate)
    }

    /// Returns when the message may leave; at once unless it or one before it was held back.
    func pass() async {
        held += 1
        if held > 1 { await withCheckedContinuation { queue.append($0) } }
        await clock.rest(until: schedule.earliest(at: clock.now))
        schedule.take(at: clock.now)
        held -= 1
        if !queue.isEmpty { queue.removeFirst().resume() }
    }
}
