import Telnyx

/// Sends what is left of a campaign: one loop that decides, and a bounded number of children that send.
///
/// For each message, in this order: a slot, the intent on disk, a gate, one POST whose body passes another gate, the
/// outcome on disk.
struct Drain<Wall: Clock<Duration>> {
    let outbox: Outbox
    /// The statuses of the messages to send.
    let selection: Set<Status>
    /// Names the campaign in every idempotency key.
    let uuid: String
    let options: SendingOptions
    let clock: Wall
    /// Posts a body under a key, when the gate that it is given lets it.
    let post: Post
    /// Signals, by number; the first stops the drain.
    let signals: AsyncStream<Int32>
    /// Lets those whose intents come late from the disk go on one by one.
    private let postGate: Gate<Wall>
    /// Lets bodies whose connections come late leave one by one.
    private let bodyGate: Gate<Wall>

    /// Sends until nothing is left or something stops it.
    ///
    /// Calls `report` now and then.
    ///
    /// - Parameter rest: How long the first message waits for its slot.
    func run(from tally: Tally, after rest: Duration? = nil, _ report: (Progress) -> Void) async -> DrainEnd {
        var loop = Loop(options, tally, start: clock.now, rest)
        await withTaskGroup(of: Event.self) { group in
            group.addTask { await nextSignal() }
            group.addTask { await tick() }
            while await advance(&loop, &group), let event = await group.next() {
                handle(event, &loop, &group, report)
            }
            group.cancelAll()
        }
        report(loop.progress)
        return DrainEnd(stop: loop.plan.stopReason, shortfall: loop.plan.shortfall)
    }

    init(
        outbox: Outbox, selection: Set<Status>, uuid: String, options: SendingOptions, clock: Wall,
        post: @escaping Post, signals: AsyncStream<Int32>
    ) {
        self.outbox = outbox
        self.selection = selection
        self.uuid = uuid
        self.options = options
        self.clock = clock
        self.post = post
        self.signals = signals
        self.postGate = Gate(options.rate, clock: clock)
        self.bodyGate = Gate(options.rate, clock: clock)
    }

    typealias Post = @Sendable ([UInt8], String, @escaping @Sendable () async -> Void) async -> Outcome

    /// What a child of the loop comes back with.
    private enum Event: Sendable {
        case answered(Attempt, Outcome, Verdict)
        case failed(CampaignFileError)
        case alarm(Wall.Instant)
        case tick
        case signal(Int32?)
    }

    /// The state of the loop.
    private struct Loop {
        var plan: DrainPlan<Wall.Instant, SystemRandomNumberGenerator>
        var progress: Progress
        let start: Wall.Instant
        var lastRow = 0
        /// The earliest alarm that is set.
        var alarm: Wall.Instant?

        init(_ options: SendingOptions, _ tally: Tally, start: Wall.Instant, _ rest: Duration?) {
            self.plan = DrainPlan(options, random: SystemRandomNumberGenerator(), start: rest.map(start.advanced))
            self.progress = Progress(tally: tally, rate: options.rate, limit: options.limit)
            self.start = start
        }
    }
}

/// How a drain ended.
struct DrainEnd {
    /// Why before the last message, if it did.
    var stop: StopReason?
    /// What the concurrency cost of the rate.
    var shortfall: Shortfall?
}

// MARK: - The loop

extension Drain {
    /// Messages fetched at a time.
    private static var pageSize: Int { 500 }

    /// Does what can be done now.
    ///
    /// Returns false when everything is done.
    private func advance(_ loop: inout Loop, _ group: inout TaskGroup<Event>) async -> Bool {
        while true {
            switch loop.plan.step(at: clock.now) {
            case .send(let attempt): group.addTask { await deliver(attempt) }
            case .refill: await refill(&loop)
            case .wait(let instant):
                setAlarm(instant, &loop, &group)
                return true
            case .waitForOutcome: return true
            case .finished: return false
            }
        }
    }

    private func refill(_ loop: inout Loop) async {
        do {
            let messages = try await outbox.messages(after: loop.lastRow, limit: Self.pageSize, selection)
            loop.lastRow = messages.last?.row ?? loop.lastRow
            loop.plan.refill(messages)
        } catch {
            loop.plan.stop(.cannotRecord(error))
        }
    }

    private func setAlarm(_ instant: Wall.Instant, _ loop: inout Loop, _ group: inout TaskGroup<Event>) {
        if let earlier = loop.alarm, earlier <= instant { return }
        loop.alarm = instant
        group.addTask {
            await clock.rest(until: instant)
            return .alarm(instant)
        }
    }

    private func handle(
        _ event: Event, _ loop: inout Loop, _ group: inout TaskGroup<Event>, _ report: (Progress) -> Void
    ) {
        let now = clock.now
        switch event {
        case .answered(let attempt, let outcome, let verdict):
            loop.plan.note(outcome, verdict, for: attempt, at: now)
            loop.progress.note(attempt, verdict)
        case .failed(let error):
            loop.plan.abandon(at: now)
            loop.plan.stop(.cannotRecord(error))
        case .alarm(let instant):
            if loop.alarm == instant { loop.alarm = nil }
        case .tick:
            loop.progress.elapsed = loop.start.duration(to: now)
            loop.progress.pausedFor = loop.plan.pausedUntil.map { now.duration(to: $0) }
            report(loop.progress)
            group.addTask { await tick() }
        case .signal(let number?): loop.plan.stop(.signal(number))
        case .signal(nil): break
        }
    }
}

// MARK: - The children

extension Drain {
    /// One attempt, recorded before and after.
    private func deliver(_ attempt: Attempt) async -> Event {
        var attempt = attempt
        let message = attempt.message
        let start = Timestamp.now()
        // What was surely not taken has left no key to remember.
        let first = message.mayHaveBeenSent ? message.firstAttemptAt ?? start : start
        attempt.message.firstAttemptAt = first
        do {
            if attempt.isTooLate(at: start) { return try await giveUp(attempt, at: start) }
            try await outbox.commit(Outbox.Change(row: message.row, event: .intent, at: start))
            await postGate.pass()
            let outcome = await post(message.body, "\(uuid)-\(message.row)", bodyGate.pass)
            let now = Timestamp.now()
            let history = AttemptHistory(
                attempts: attempt.number, mayHaveBeenSent: message.mayHaveBeenSent,
                isKeyRemembered: KeyMemory.firstAttempts(at: now).contains(first))
            let verdict = Verdict(outcome, history, options)
            try await outbox.commit(Outbox.Change(row: message.row, event: .settled(verdict.record), at: now))
            return .answered(attempt, outcome, verdict)
        } catch {
            return .failed(error)
        }
    }

    /// Leaves a message as what it is: perhaps sent.
    private func giveUp(_ attempt: Attempt, at now: Int) async throws(CampaignFileError) -> Event {
        let settlement = Settlement(.unknown, reason: .keyForgotten)
        try await outbox.commit(Outbox.Change(row: attempt.message.row, event: .settled(settlement), at: now))
        return .answered(attempt, .ambiguous(.keyForgotten), Verdict(record: settlement, next: .done))
    }

    private func nextSignal() async -> Event {
        for await signal in signals { return .signal(signal) }
        return .signal(nil)
    }

    private func tick() async -> Event {
        await clock.rest(until: clock.now.advanced(by: .milliseconds(200)))
        return .tick
    }
}
