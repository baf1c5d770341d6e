import Telnyx

/// Decides what a drain does next: a pure state machine over messages, slots, back-offs and outcomes.
///
/// The effects (clock, campaign file, network) are the caller's: it asks for a step, does it, and reports back.
struct DrainPlan<Instant: InstantProtocol<Duration>, Random: RandomNumberGenerator> {
    /// What to do now.
    enum Step: Equatable {
        /// Make this attempt; its slot is taken.
        case send(Attempt)
        /// Fetch more messages and `refill`.
        case refill
        /// Nothing to do before this instant, unless an outcome comes.
        case wait(until: Instant)
        /// Nothing to do before an outcome comes.
        case waitForOutcome
        case finished
    }

    private let options: SendingOptions
    private var schedule: SlotSchedule<Instant>
    private var breaker: Breaker
    private var random: Random
    /// Fetched and not begun, the next one last.
    private var fresh: [OutboxMessage] = []
    private var hasMore = true
    /// Begun and to be tried again, the earliest last.
    private var retries: [(at: Instant, attempt: Attempt)] = []
    private var flights = Flights<Instant>()
    private var begun = 0
    private var pauses = 0
    /// When the first and the last attempt began.
    private var span: (first: Instant, last: Instant)?
    /// Whether a message waits only because there are as many in flight as there may be.
    private var isCrowded = false
    /// The time whose slots went by meanwhile.
    private var crowdedOut = Duration.zero
    /// Until when everybody waits because the server said so; nil when nobody does.
    private(set) var pausedUntil: Instant?
    /// Why nothing new is begun any more.
    private(set) var stopReason: StopReason?

    /// - Parameter start: The first slot, where an earlier run has taken those before it.
    init(_ options: SendingOptions, random: Random, start: Instant? = nil) {
        self.options = options
        self.schedule = SlotSchedule(options.rate)
        self.breaker = Breaker(threshold: options.haltAfter)
        self.random = random
        if let start { schedule.pause(until: start) }
    }

    /// What to do at `now`.
    mutating func step(at now: Instant) -> Step {
        if let until = pausedUntil, until <= now { pausedUntil = nil }
        if stopReason == nil, let step = nextSend(at: now) { return step }
        return flights.open > 0 ? .waitForOutcome : .finished
    }

    /// The messages that follow; none means that there are no more.
    mutating func refill(_ messages: [OutboxMessage]) {
        hasMore = !messages.isEmpty
        fresh = messages.reversed()
    }

    /// Begins nothing new; what is in flight comes to its end.
    mutating func stop(_ reason: StopReason) { stopReason = stopReason ?? reason }

    /// What an attempt came to, in the order in which answers came.
    mutating func note(_ outcome: Outcome, _ verdict: Verdict, for attempt: Attempt, at now: Instant) {
        flights.end(at: now)
        if case .accepted = outcome { pauses = 0 }
        if let reason = breaker.note(outcome) { stop(reason) }
        switch verdict.next {
        case .done: break
        case .again:
            let delay = Backoff.delay(afterFailures: attempt.number, using: &random)
            tryAgain(attempt.next(mayHaveBeenSent: verdict.record.status.mayHaveBeenSent), at: now.advanced(by: delay))
        case .pause(let asked):
            tryAgain(attempt, at: pause(asked, at: now))
        case .stop(let reason): stop(reason)
        }
    }

    /// What the concurrency cost of the rate; no matter in a run that stopped or took less than a second.
    var shortfall: Shortfall? {
        guard stopReason == nil, let span else { return nil }
        let time = span.first.duration(to: span.last)
        return time < .seconds(1) ? nil : Shortfall(options, share: crowdedOut / time, flight: flights.average)
    }

    /// An attempt that could not be made or recorded: no more is known of it than the campaign file says.
    mutating func abandon(at now: Instant) { flights.end(at: now) }
}

extension DrainPlan {
    private mutating func nextSend(at now: Instant) -> Step? {
        if let retry = retries.last, retry.at <= now || !mayBegin {
            return send(notBefore: retry.at, at: now) { $0.retries.removeLast().attempt }
        }
        guard mayBegin else {
            isCrowded = true
            return nil
        }
        if fresh.isEmpty, hasMore { return .refill }
        guard !fresh.isEmpty else { return retries.last.map { .wait(until: $0.at) } }
        if begun == options.limit {
            guard flights.open == 0, retries.isEmpty else { return retries.last.map { .wait(until: $0.at) } }
            stop(.limit(begun))
            return nil
        }
        return send(notBefore: now, at: now) { plan in
            plan.begun += 1
            return Attempt(message: plan.fresh.removeLast(), number: 1)
        }
    }

    /// Messages that were begun and are not settled never exceed the concurrency.
    private var mayBegin: Bool { flights.open + retries.count < options.concurrency }

    private mutating func send(
        notBefore: Instant, at now: Instant, _ take: (inout DrainPlan) -> Attempt
    ) -> Step {
        let slot = max(schedule.earliest(at: now), notBefore)
        guard slot <= now else { return .wait(until: slot) }
        if isCrowded { crowdedOut += schedule.lost(at: now) }
        isCrowded = false
        schedule.take(at: now)
        span = (span?.first ?? now, now)
        flights.begin(at: now)
        return .send(take(&self))
    }

    private mutating func tryAgain(_ attempt: Attempt, at instant: Instant) {
        let index = retries.firstIndex { $0.at <= instant } ?? retries.endIndex
        retries.insert((instant, attempt), at: index)
    }

    /// One pause for all: those who are turned away while it lasts do not prolong it unless the server says so.
    private mutating func pause(_ asked: Duration?, at now: Instant) -> Instant {
        if asked == nil, let pausedUntil { return pausedUntil }
        if pausedUntil == nil { pauses += 1 }
        let delay = asked ?? Backoff.delay(afterFailures: pauses, using: &random)
        let until = max(now.advanced(by: delay), pausedUntil ?? now)
        schedule.pause(until: until)
        pausedUntil = until
        return until
    }
}
