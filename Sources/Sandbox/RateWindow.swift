import HTTPTypes

/// A limit on requests in each second; a second begins with the first request after the last one ended.
struct RateWindow: Sendable {
    private let limit: Int
    private var end: ContinuousClock.Instant?
    private var used = 0

    init(limit: Int) {
        self.limit = limit
    }

    mutating func take(at now: ContinuousClock.Instant) -> Quota {
        if end.map({ now >= $0 }) ?? true {
            end = now + .seconds(1)
            used = 0
        }
        used += 1
        return Quota(limit: limit, used: used)
    }
}

/// Where one request stands in the rate limit.
struct Quota: Sendable, Equatable {
    let limit: Int
    /// Requests of this second, this one included.
    let used: Int

    var isGranted: Bool { used <= limit }

    /// The three headers of `reference/telnyx-whatsapp.md` §5; the reset in whole seconds, rounded up.
    var headers: HTTPFields {
        [
            .rateLimitLimit: String(limit),
            .rateLimitRemaining: String(max(0, limit - used)),
            .rateLimitReset: "1",
        ]
    }
}
