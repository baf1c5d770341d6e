/// The concurrency kept a run from its rate: all requests in flight were waiting for answers while slots went by.
package struct Shortfall: Sendable, Equatable {
    let rate: Rate
    let concurrency: Int
    /// Requests that the system lets be in flight.
    let possibleConcurrency: Int
    /// How long a request was in flight, on average.
    let flight: Duration

    /// Nil for less than the hundredth that a rate may be missed by.
    ///
    /// - Parameter share: the part of the slots that went by.
    init?(_ options: SendingOptions, share: Double, flight: Duration) {
        guard share >= 0.01 else { return nil }
        self.rate = options.rate
        self.concurrency = options.concurrency
        self.possibleConcurrency = options.possibleConcurrency
        self.flight = flight
    }

    /// Requests in flight that would have kept the rate (Little's law); nil for more than there may be, and where answers
    /// were late for a while only.
    var needed: Int? { isMoreNeeded && takes <= Double(Self.most) ? Int(takes) : nil }

    private var isMoreNeeded: Bool { takes > Double(concurrency) }

    /// A ten-thousandth less is none.
    private var takes: Double { (flight / .seconds(1) * rate.perSecond - 0.0001).rounded(.up) }

    private static var most: Int { SendingOptions.concurrencies.upperBound }

    /// What happened and, where something helps, what to set.
    var sentence: String {
        let fact = "Slower than \(rate): all requests that --concurrency \(concurrency) allows waited for answers."
        guard isMoreNeeded else { return fact }
        guard let needed else { return "\(fact) It would take more than \(Self.most), the most that it can be." }
        return needed <= possibleConcurrency
            ? "\(fact) Set --concurrency \(needed) next time."
            : "\(fact) It takes \(needed), and the system allows \(possibleConcurrency): raise the limit with 'ulimit -n'."
    }
}
