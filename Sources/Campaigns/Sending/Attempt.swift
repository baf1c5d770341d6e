/// One POST of one message.
struct Attempt: Sendable, Equatable {
    var message: OutboxMessage
    /// Counted from 1 in this run; what a rate limit turned away is not counted.
    var number: Int

    /// Whether this would repeat by itself what may have been sent, under a key that is no longer remembered.
    func isTooLate(at now: Int) -> Bool {
        let isAskedFor = message.status == .unknown && !message.isOrphan
        guard number > 1 || message.isOrphan, !isAskedFor, message.mayHaveBeenSent, let first = message.firstAttemptAt
        else { return false }
        return !KeyMemory.firstAttempts(at: now).contains(first)
    }

    /// The attempt after this one.
    func next(mayHaveBeenSent: Bool) -> Attempt {
        var next = self
        next.number += 1
        next.message.mayHaveBeenSent = message.mayHaveBeenSent || mayHaveBeenSent
        return next
    }
}
