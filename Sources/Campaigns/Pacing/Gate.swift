/// Lets messages through no faster than the rate, right before their request leaves.
///
/// Slots are taken before the intent is recorded; when a slow disk holds many intents back, they would leave together.
actor Gate<Wall: Clock<Duration>> {
    private let clock: Wall
    private var schedule: SlotSchedule<Wall.Instant>

    init(_ rate: Rate, clock: Wall) {
        self.clock = clock
        self.schedule = SlotSchedule(rate)
    }

    /// Returns when the message may leave; at once unless messages have been held back.
    ///
    /// A slot that was slept through, because the process was stopped or the machine was busy, is lost: whoever waited
    /// for it takes another, so that those who waited do not leave together.
    func pass() async {
        while true {
            let now = clock.now
            let slot = schedule.earliest(at: now)
            schedule.take(at: now)
            if slot <= now { return }
            await sleep(until: slot)
            if !schedule.hasLost(slot, at: clock.now) { return }
        }
    }

    private func sleep(until slot: Wall.Instant) async {
        do {
            try await clock.sleep(until: slot, tolerance: nil)
        } catch {
            // A drain cancels nothing that has its intent on disk.
        }
    }
}
