import Telnyx

/// What follows from the outcome of one attempt: what is recorded, and what the drain does next.
struct Verdict: Equatable {
    /// What the campaign file gets, also where the message is tried again: the run may end before that.
    let record: Settlement
    let next: Next

    enum Next: Equatable {
        /// Nothing more to do for this message.
        case done
        /// This message again, after a back-off.
        case again
        /// Everybody waits, so long as the server said; then this message again.
        case pause(Duration?)
        case stop(StopReason)
    }
}

/// The history of a message that a verdict depends on.
struct AttemptHistory: Equatable {
    /// Attempts in this run that count, this one included.
    let attempts: Int
    /// Whether an earlier attempt may have been taken.
    let mayHaveBeenSent: Bool
    /// Whether Telnyx would recognise a repeat.
    let isKeyRemembered: Bool
}

extension Verdict {
    /// The decision table of a drain.
    ///
    /// What an earlier attempt may have sent stays `unknown` until a message id proves it: a refusal now says nothing
    /// about then.
    init(_ outcome: Outcome, _ history: AttemptHistory, _ options: SendingOptions) {
        let isLast = history.attempts >= options.attempts
        // Until it is repeated it is open: a later run goes on with it as this one would.
        let isOpen = options.onAmbiguous == .retry && history.isKeyRemembered
        func unsent(_ reason: Outcome.Reason) -> Settlement {
            Settlement(!history.mayHaveBeenSent ? .pending : isOpen ? .sending : .unknown, reason: reason.told(history))
        }
        switch outcome {
        case .accepted(let id, let wait):
            self.init(record: Settlement(.accepted, messageID: id, waitSeconds: wait), next: .done)
        case .refused(let reason):
            self.init(
                record: Settlement(history.mayHaveBeenSent ? .unknown : .failed, reason: reason.told(history)),
                next: .done)
        case .tryLater(let reason, let pause):
            self.init(record: unsent(reason), next: .pause(pause))
        case .account(let reason):
            self.init(record: unsent(reason), next: .stop(.account(reason)))
        case .notSent(let reason):
            self.init(record: unsent(reason), next: isLast ? .stop(.unreachable(reason)) : .again)
        case .ambiguous(let reason):
            let mayRepeat = isOpen && !isLast
            self.init(
                record: Settlement(mayRepeat ? .sending : .unknown, reason: reason), next: mayRepeat ? .again : .done)
        }
    }
}

extension Outcome.Reason {
    /// Telnyx no longer recognises a repeat.
    static let keyForgotten = Outcome.Reason(
        code: "key_forgotten",
        sentence: "The message may have been sent more than 24 hours ago, and a repeat would not be recognised.")

    /// As it stands beside a message: who reads that the last attempt was not sent must not send again what an earlier
    /// one may have.
    fileprivate func told(_ history: AttemptHistory) -> Outcome.Reason {
        guard history.mayHaveBeenSent else { return self }
        return Outcome.Reason(
            code: code, sentence: "An earlier attempt may have been sent. The last one was not: \(sentence)")
    }
}
