/// For how long Telnyx recognises a repeat by its idempotency key.
enum KeyMemory {
    /// Counted from the first attempt that may have been taken (reference/telnyx-whatsapp.md §6.1).
    private static let lifetime = Duration.seconds(24 * 3600)
    /// How far ahead a first attempt may lie because a clock was corrected; beyond that nobody knows how old it is.
    private static let correction = Duration.seconds(60)

    /// The first attempts whose keys are remembered at `now`, all in milliseconds since 1970.
    static func firstAttempts(at now: Int) -> Range<Int> {
        now - Int(lifetime / .milliseconds(1)) + 1..<now + Int(correction / .milliseconds(1)) + 1
    }
}
