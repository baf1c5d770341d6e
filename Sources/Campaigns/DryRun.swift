import CSV
package import SystemPackage

/// A dry run: *prepare* with the requests going to an output instead of an outbox.
package struct DryRun {
    /// Takes the requests, one a line.
    package let output: (borrowing [UInt8]) throws -> Void
    /// The result CSV, if one is wanted.
    package let results: FilePath?
    /// Ends the run early, between batches.
    package let stop: StopSignal
    /// Takes what a run has to say while it runs.
    package let events: any CampaignEvents

    /// - Parameter results: nil for none.
    package init(
        results: FilePath?, stop: StopSignal, events: any CampaignEvents,
        output: @escaping (borrowing [UInt8]) throws -> Void
    ) {
        self.output = output
        self.results = results
        self.stop = stop
        self.events = events
    }

    /// Renders and checks every row.
    ///
    /// - Throws: `InputError`, `OutputError`, `Refusal`, and what `output` throws.
    package func run(_ source: CampaignSource) async throws -> Summary {
        if let results { try AtomicFile.check(results, sparing: source.files) }
        let clock = ContinuousClock()
        let start = clock.now
        var preparation = try await Preparation(source, keepsCells: results != nil, stop)
        events.found(preparation.warnings)
        var tally = Tally()
        if let results {
            let record = preparation.record
            try await AtomicFile.write(to: results) { write in
                var writer = ResultWriter(header: record.header, delimiter: record.csvDelimiter)
                try await pass(&preparation, &tally) { rows in
                    for row in rows { try writer.write(ResultRow(row, at: source.createdAt), to: write) }
                }
                try writer.finish(to: write)
            }
        } else {
            try await pass(&preparation, &tally)
        }
        if source.isStrict, tally[.rejected] > 0 {
            throw Refusal.strict(rejected: tally[.rejected], results: results?.string)
        }
        return Summary(
            campaign: nil, results: results?.string, tally: tally,
            elapsed: start.duration(to: clock.now))
    }

    private func pass(
        _ preparation: inout Preparation, _ tally: inout Tally, _ take: ([PreparedRow]) throws -> Void = { _ in }
    ) async throws {
        try await preparation.forEachBatch { batch in
            events.found(batch.findings)
            tally.add(batch.rows.lazy.map(\.status))
            try take(batch.rows)
            try output(batch.requests)
            events.prepared(batch.rows.count)
        }
        events.found(preparation.rowWarnings)
    }
}
