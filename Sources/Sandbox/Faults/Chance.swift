/// Decides what becomes of a send: by its recipient where that is magic, else by the rates of the options.
///
/// The decision depends on the seed, the recipient and the number of refused attempts with the same key, so it is the
/// same in every run with the same options, whatever the order in which requests arrive.
struct Chance: Sendable {
    private let seed: UInt64
    private let faults: [(upperBound: Double, outcome: Outcome)]

    init(_ options: SandboxOptions) {
        seed = options.seed
        let outcomes =
            options.failures.map { ($0.rate, Outcome.refused(.status($0.status))) }
            + [(options.dropRate, .accepted(.none))]
        var sum = 0.0
        faults = outcomes.map { rate, outcome in
            sum += rate.value
            return (sum, outcome)
        }
    }

    func outcome(to recipient: String, attempt: Int) -> Outcome {
        if let outcome = MagicNumber.outcome(to: recipient, attempt: attempt) { return outcome }
        var generator = SplitMix64(seed: seed, recipient, attempt)
        let draw = generator.nextUnit()
        return faults.first { draw < $0.upperBound }?.outcome ?? .accepted(.prompt)
    }
}

extension Refusal {
    /// What `status` looks like when it is asked for by rate (`reference/telnyx-whatsapp.md` §4.2).
    static func status(_ status: Int) -> Refusal {
        switch status {
        case 401: .authenticationFailed
        case 403: .accountInactive
        case 404: .notFound
        case 409: .keyInProgress
        case 422: .unprocessable
        case 429: .tryAgainInASecond
        case 500: .unexpectedError
        case 503: .serviceUnavailable
        case 408: Refusal(408, "10008", "Request timeout", "The request took too long.")
        case 501...: .proxyPage(status)
        default: Refusal(status, "10015", "Bad Request", "Refused with \(status), as the sandbox was told to.")
        }
    }
}
