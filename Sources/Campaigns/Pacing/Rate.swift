/// A cap: so many messages in so much time, evenly spaced.
package struct Rate: Sendable, Equatable, CustomStringConvertible {
    /// Messages in one unit of time, at least 1.
    package let count: Int
    /// The time they may go out in.
    package let unit: Unit

    /// A second, a minute or an hour, by the word that a user writes.
    package enum Unit: String, Sendable, CaseIterable {
        case second = "s"
        case minute = "min"
        case hour = "h"

        var seconds: Int {
            switch self {
            case .second: 1
            case .minute: 60
            case .hour: 3600
            }
        }
    }

    /// What Meta allows a business number (reference/whatsapp-rules.md §2).
    package static let standard = Rate(count: 80, unit: .second)

    init(count: Int, unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// Takes `80`, `80/s`, `4800/min` and `20000/h`; nil for anything else, and for caps above 1,000,000.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let count = parts.first.flatMap({ Int($0) }), (1...1_000_000).contains(count),
            let unit = Unit(rawValue: parts.count == 2 ? String(parts[1]) : "s")
        else { return nil }
        self.init(count: count, unit: unit)
    }

    /// As a user writes it: `80/s`.
    package var description: String { "\(count)/\(unit.rawValue)" }

    /// The time between two messages.
    var interval: Duration { .seconds(unit.seconds) / count }

    /// How long the next message still waits for its slot after one of an earlier run; nil for not at all.
    ///
    /// A clock that was put back makes nobody wait longer than one interval.
    ///
    /// - Parameter last: When that left at the latest; in milliseconds since 1970, as `now`.
    func rest(after last: Int?, at now: Int) -> Duration? {
        guard let last else { return nil }
        let rest = interval - .milliseconds(now - max(last, 0))
        return rest > .zero ? min(rest, interval) : nil
    }

    /// Messages a second.
    package var perSecond: Double { Double(count) / Double(unit.seconds) }

    /// How long so many messages take at least.
    package func duration(of messages: Int) -> Duration { interval * max(messages - 1, 0) }

    /// Requests in flight that keep this rate with answers of two seconds (Little's law), within sensible bounds.
    package var concurrency: Int { min(max(Int((perSecond * 2).rounded(.up)), 4), 2000) }
}
