import FoundationEssentials

/// Wall-clock time in milliseconds since 1970.
package enum Timestamp {
    /// Milliseconds since 1970.
    package static func now() -> Int { Int(Date.now.timeIntervalSince1970 * 1000) }

    /// RFC 3339 in UTC with milliseconds: `2026-11-03T09:12:44.120Z`.
    package static func text(_ milliseconds: Int) -> String {
        // Half a millisecond more, since what a Double cannot hold exactly is cut off.
        Date(timeIntervalSince1970: (Double(milliseconds) + 0.5) / 1000)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
