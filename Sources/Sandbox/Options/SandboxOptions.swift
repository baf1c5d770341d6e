/// How a sandbox behaves; the defaults are a service without faults on a free port.
package struct SandboxOptions: Sendable {
    /// The port on 127.0.0.1; 0 takes a free one.
    package var port: Int
    /// Added to every send that passed its checks; its key is in progress meanwhile.
    package var latency: Duration
    /// Requests per second beyond which sends are answered with 429; `nil` for none.
    package var rateLimit: Int?
    /// Refusals at random.
    ///
    /// Rates, ``dropRate`` included, add up; what goes beyond 1 never happens.
    package var failures: [Failure]
    /// Sends that are accepted but whose connection is cut without an answer.
    package var dropRate: Probability
    /// Where all randomness comes from.
    package var seed: UInt64
    /// What the recipient `+15005550007` waits for its answer.
    package var lateAnswer: Duration

    /// A sandbox that answers at once and takes everything, unless something else is given.
    package init(
        port: Int = 0,
        latency: Duration = .zero,
        rateLimit: Int? = nil,
        failures: [Failure] = [],
        dropRate: Probability = .never,
        seed: UInt64 = 0,
        lateAnswer: Duration = .seconds(60)
    ) {
        self.port = port
        self.latency = latency
        self.rateLimit = rateLimit
        self.failures = failures
        self.dropRate = dropRate
        self.seed = seed
        self.lateAnswer = lateAnswer
    }
}
