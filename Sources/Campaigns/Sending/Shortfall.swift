/// The concurrency kept a run from its rate: all requests in flight were waiting for answers while slots went by.
package struct Shortfall: Sendable, Equatable {
    let rate: Rate
    let concurrency: Int
    /// The part of the slots that went by.
    let share: Double

    /// Nil for less than the hundredth that a rate may be missed by.
    init?(_ options: SendingOptions, share: Double) {
        guard share >= 0.01 else { return nil }
        self.rate = options.rate
        self.concurrency = options.concurrency
        self.share = share
    }

    /// Requests in flight that would have kept the rate (Little's law); nil for more than there may be.
    var needed: Int? {
        let needed = (Double(concurrency) / (1 - share)).rounded(.up)
        return needed <= Double(SendingOptions.concurrencies.upperBound) ? Int(needed) : nil
    }

    /// What happened and, where something helps, what to set.
    var sentence: String {
        let fact = "Slower than \(rate): answers took longer than --concurrency \(concurrency) allows for."
        return needed.map { "\(fact) Set --concurrency \($0) next time." } ?? fact
    }
}
