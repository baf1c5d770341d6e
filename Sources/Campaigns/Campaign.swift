package import SystemPackage
package import Telnyx

/// A campaign's whole run: *prepare* every row into the outbox, then *drain* the outbox to Telnyx.
///
///     recipients.csv ─▶ Recipients ─▶ Templates ─▶ Outbox ─▶ Pacing ─▶ Sending ─▶ Outbox ─▶ Results ─▶ results.csv
package struct Campaign {
    /// The campaign file.
    package let path: FilePath
    /// The result CSV.
    package let results: FilePath
    /// Ends the run early, between steps.
    package let stop: StopSignal
    /// Takes what a run has to say while it runs.
    package let events: any CampaignEvents

    /// - Parameter results: nil for the campaign file's name with `.results.csv`.
    package init(path: FilePath, results: FilePath?, stop: StopSignal, events: any CampaignEvents) {
        self.path = path
        self.results = results ?? path.defaultResults
        self.stop = stop
        self.events = events
    }

    /// Prepares a new campaign file and sends it.
    package func send(
        _ source: CampaignSource, _ sending: SendingOptions, over connection: Connection
    ) async throws -> Summary {
        try AtomicFile.check(results, sparing: source.files + path.databaseFiles)
        let clock = ContinuousClock()
        let start = clock.now
        events.found(sending.warnings + connection.warnings)
        let file = try await prepare(source, for: connection.service)
        let tally = try file.tally()
        if source.isStrict, tally[.rejected] > 0 {
            // The campaign goes whatever becomes of its results: nothing was sent from it.
            let unwritten = await failure { try await writeResults(of: file) }
            try file.remove()
            throw unwritten ?? Refusal.strict(rejected: tally[.rejected], results: results.string)
        }
        guard await events.confirm(Tally([.pending: tally[.pending]]), sending) else {
            try file.remove()
            throw stop.requested.map(Refusal.signal) ?? .declined
        }
        return try await ending(file) {
            try await drain(file, [.pending], from: Survey(tally: tally), sending, over: connection, since: start)
        }
    }

    /// Goes on with an existing campaign file.
    package func resume(
        retrying statuses: Set<Status>, _ sending: SendingOptions, over connection: Connection
    ) async throws -> Summary {
        let clock = ContinuousClock()
        let start = clock.now
        events.found(sending.warnings + connection.warnings)
        let file = try CampaignFile.open(at: path)
        return try await ending(file) {
            try AtomicFile.check(results, sparing: path.databaseFiles)
            try check(file, connection.service)
            let selection = sending.onAmbiguous.open.union(statuses)
            let survey = try file.survey(selection, sending.onAmbiguous, at: Timestamp.now())
            if statuses.contains(.unknown) { try warnOfForgottenKeys(file) }
            events.found(sending.warnings(after: survey.lastChange, at: Timestamp.now()))
            guard await events.confirm(survey.waiting, sending) else {
                throw stop.requested.map(Refusal.signal) ?? .declined
            }
            try file.settleOrphans(sending.onAmbiguous, at: Timestamp.now())
            return try await drain(file, selection, from: survey, sending, over: connection, since: start)
        }
    }

    /// Runs `body`, and leaves the file in order if it throws.
    private func ending(_ file: CampaignFile, _ body: () async throws -> Summary) async throws -> Summary {
        do {
            return try await body()
        } catch {
            // What went wrong first matters more than what cannot be written now.
            _ = await failure(of: file.end)
            throw error
        }
    }

    /// Every row into a new file, which is removed again if it cannot be completed.
    private func prepare(_ source: CampaignSource, for service: String) async throws -> CampaignFile {
        var preparation = try await Preparation(source, stop)
        events.found(preparation.warnings)
        var record = preparation.record
        record.service = service
        events.found(try AbandonedLog(of: path).setAside().map { .setAside($0, of: path) })
        let file = try CampaignFile.create(at: path, record)
        do {
            try await preparation.forEachBatch { batch in
                events.found(batch.findings)
                try file.append(batch.rows, at: source.createdAt)
                events.prepared(batch.rows.count)
            }
            events.found(preparation.rowWarnings)
            try file.finishPreparing(sha256: preparation.sha256, at: Timestamp.now())
        } catch {
            try file.remove()
            throw error
        }
        return file
    }

    /// Sends what is selected, and writes the results however it ends.
    private func drain(
        _ file: CampaignFile, _ selection: Set<Status>, from survey: Survey, _ sending: SendingOptions,
        over connection: Connection, since start: ContinuousClock.Instant
    ) async throws -> Summary {
        try file.checkPlace()
        let uuid = try file.begin()
        let end = try await TelnyxClient.withClient(connection, concurrency: sending.concurrency) { client in
            if let signal = stop.requested { return DrainEnd(stop: .signal(signal)) }
            let drain = Drain(
                outbox: Outbox(file), selection: selection, uuid: uuid, options: sending, clock: ContinuousClock(),
                post: { await client.send($0, key: $1, gate: $2) }, signals: stop.stream)
            let rest = sending.rate.rest(after: survey.lastChange, at: Timestamp.now())
            return await drain.run(from: survey.tally, after: rest) { events.progressed($0) }
        }
        let tally = try file.tally()
        // A message that is neither sent nor there any more must not pass for done.
        let ending = end.stop ?? (tally[.pending] > 0 ? .cannotRecord(.damaged(path)) : nil)
        // Whatever cannot be written now, what became of the messages is said.
        let failures = await (recording: failure(of: file.end), results: failure { try await writeResults(of: file) })
        for case let (place, failure?) in [(path, failures.recording), (results, failures.results)] {
            events.found([Finding(file: place.string, code: "not_written", message: "\(failure)")])
        }
        let unwritten: ExitStatus? =
            failures.recording != nil ? .cannotRecord : failures.results != nil ? .cannotCreate : nil
        return Summary(
            campaign: path.string, results: failures.results == nil ? results.string : nil, tally: tally, stop: ending,
            unwritten: unwritten, shortfall: end.shortfall, elapsed: start.duration(to: ContinuousClock().now))
    }

    /// Makes sure that the campaign goes on where it was begun.
    private func check(_ file: CampaignFile, _ service: String) throws {
        guard let its = try file.service(), its != service else { return }
        throw Refusal.otherService(campaign: path.string, its: its, asked: service)
    }

    /// Says which repeats nothing protects.
    private func warnOfForgottenKeys(_ file: CampaignFile) throws {
        let count = try file.countForgotten(at: Timestamp.now())
        guard count > 0 else { return }
        events.found([
            Finding(
                file: path.string, severity: .warning, code: "key_forgotten",
                message: "\(count) of the messages to repeat were first sent more than 24 hours ago, or later than the "
                    + "clock says now. Telnyx need not recognise their repeat: who has got one may get it a second time."
            )
        ])
    }

    private func failure(of work: () async throws -> Void) async -> (any Error)? {
        do {
            try await work()
            return nil
        } catch {
            return error
        }
    }

    /// Those of our own file: another campaign may have come to stand at its path.
    private func writeResults(of file: CampaignFile) async throws {
        let reader = try CampaignReader.open(at: path, isOurs: true)
        try file.checkPlace()
        try await AtomicFile.write(to: results) { write in try reader.writeResults(to: write) }
        try reader.close()
    }
}
