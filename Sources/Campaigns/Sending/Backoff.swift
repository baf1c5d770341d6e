/// How long to wait before trying again: full jitter, 0.5 s doubling to 30 s.
enum Backoff {
    static let first = Duration.milliseconds(500)
    static let longest = Duration.seconds(30)

    /// A random wait after `failures` failures in a row, from 1.
    static func delay(afterFailures failures: Int, using random: inout some RandomNumberGenerator) -> Duration {
        ceiling(afterFailures: failures) * Double.random(in: 0...1, using: &random)
    }

    /// The longest wait after so many failures.
    static func ceiling(afterFailures failures: Int) -> Duration {
        min(longest, first * (1 << min(max(failures - 1, 0), 6)))
    }
}
