/// How a drain sends: the options that `send` and `resume` share.
package struct SendingOptions: Sendable {
    /// The cap over all messages and retries.
    package var rate: Rate
    /// Requests in flight at most.
    package var concurrency: Int
    /// Requests that the system lets be in flight.
    let possibleConcurrency: Int
    /// Whether that is fewer than the default.
    private let isCut: Bool
    /// The numbers of requests in flight that may be asked for.
    package static let concurrencies = 1...10_000
    /// Messages sent in this run at most; nil sends all.
    package var limit: Int?
    /// Attempts for one message in this run; what a rate limit turned away is not counted.
    package var attempts: Int
    /// What is done about a message that may have been sent.
    package var onAmbiguous: OnAmbiguous
    /// Stop after so many messages in a row were refused with the same code; 0 is never.
    package var haltAfter: Int

    /// What deserves a look before anything is sent: a rate above the one of a number that Meta has not upgraded
    /// (reference/whatsapp-rules.md §2), or one that the system does not let the run keep.
    var warnings: [Finding] {
        var warnings: [Finding] = []
        if rate.perSecond > Rate.standard.perSecond {
            warnings.append(
                warning(
                    "fast_rate",
                    "Meta takes \(Rate.standard) from a number, all messages together, unless it has upgraded the number. "
                        + "What comes faster is turned away."))
        }
        if isCut {
            warnings.append(
                warning(
                    "few_files",
                    "With answers of two seconds it takes \(rate.concurrency) requests in flight, and the system allows "
                        + "\(possibleConcurrency). Raise the limit with 'ulimit -n'."))
        }
        return warnings
    }

    /// That the cap holds the next message back for a while, after what an earlier run sent.
    ///
    /// - Parameter last: when that was, in milliseconds since 1970, as `now`.
    func warnings(after last: Int?, at now: Int) -> [Finding] {
        guard let rest = rate.rest(after: last, at: now), rest >= .seconds(5) else { return [] }
        return [warning("early", "An earlier run sent the last message just now. The next one goes in \(rest.plain).")]
    }

    private func warning(_ code: String, _ message: String) -> Finding {
        Finding(file: "--rate \(rate)", severity: .warning, code: code, message: message)
    }

    /// How many of so many messages this run sends.
    package func limited(_ messages: Int) -> Int { min(messages, limit ?? messages) }

    /// What is done with a message that may have been sent.
    package enum OnAmbiguous: String, Sendable, CaseIterable {
        /// It becomes `unknown`, for a person to decide.
        case hold
        /// It is sent again, with the same key and bytes, as long as the key is remembered.
        case retry
    }

    /// The contract's defaults, unless given; never more in flight than is possible.
    package init(
        rate: Rate = .standard, concurrency: Int? = nil, possibleConcurrency: Int = concurrencies.upperBound,
        limit: Int? = nil, attempts: Int = 5, onAmbiguous: OnAmbiguous = .hold, haltAfter: Int = 20
    ) {
        self.rate = rate
        self.concurrency = min(concurrency ?? rate.concurrency, possibleConcurrency)
        self.possibleConcurrency = possibleConcurrency
        self.isCut = concurrency == nil && possibleConcurrency < rate.concurrency
        self.limit = limit
        self.attempts = attempts
        self.onAmbiguous = onAmbiguous
        self.haltAfter = haltAfter
    }
}
