extension Clock<Duration> {
    /// Sleeps until `instant`, or until the task is cancelled; a millisecond at least, unless it has passed.
    ///
    /// At high rates a timer for every slot costs more than it gives: whoever wakes up a little late finds several
    /// slots that still hold.
    func rest(until instant: Instant) async {
        let now = now
        guard instant > now else { return }
        do {
            try await sleep(until: max(instant, now.advanced(by: .milliseconds(1))), tolerance: nil)
        } catch {
            // Cancelled: whoever waits has nothing left to wait for.
        }
    }
}
