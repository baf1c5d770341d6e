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
    func pass() async {
        let now = clock.now
        let slot = schedule.earliest(at: now)
        schedule.take(at: now)
        guard slot > now else { return }
        do {
            try await clock.sleep(until: slot, tolerance: nil)
        } catch {
            // A drain cancels nothing that has its intent on disk.
        }
    }
}
