import FoundationEssentials
import Glibc

/// Wall-clock time in milliseconds since 1970.
package enum Timestamp {
    /// Milliseconds since 1970.
    package static func now() -> Int {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    /// RFC 3339 in UTC with milliseconds: `2026-11-03T09:12:44.120Z`.
    package static func text(_ milliseconds: Int) -> String {
        // Half a millisecond more, since what a Double cannot hold exactly is cut off.
        Date(timeIntervalSince1970: (Double(milliseconds) + 0.5) / 1000)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
