import FoundationEssentials

/// A moment as Meta has it: Unix time in milliseconds (reference/whatsapp-rules.md §1.4).
enum Moment {
    /// Smaller numbers are seconds by mistake, larger ones microseconds.
    static let range = 1_000_000_000_000...99_999_999_999_999

    /// How long Meta tries to deliver a message (§2): 30 days.
    private static let delivery = 30 * 24 * 60 * 60 * 1000

    /// What is wrong with a moment that must still come.
    ///
    /// In words that show it in a log too, where long numbers are masked.
    static func problem(_ text: String, _ present: Int) -> Problem? {
        guard let moment = Int(text) else { return nil }
        guard range.contains(moment) else {
            let digits = text.utf8.count(where: \.isDigit)
            return Problem(
                .outOfRange, "has \(digits.counted("digit")); Unix time in milliseconds is needed, which has 13")
        }
        guard moment <= present else { return nil }
        let end = Date(timeIntervalSince1970: Double(moment) / 1000).formatted(.iso8601)
        return Problem(.expired, "is \(end), which is over; it must be a moment still to come, in milliseconds")
    }

    /// Whether the moment may come before the message does.
    static func warning(_ text: String, _ present: Int) -> Problem? {
        guard let moment = Int(text), moment <= present + delivery else { return nil }
        return Problem(.expiresSoon, "is within 30 days; WhatsApp tries that long to deliver, so it may come too late")
    }
}
