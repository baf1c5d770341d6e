import ArgumentParser

/// `make bench`: ours beside the others.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Speed, processor time and memory beside other programs.",
        discussion: """
            Each figure is the median of several runs, taken in turns with the others'; the spread is the distance \
            between the fastest and the slowest run. The ratios are ours through theirs.
            """)

    @OptionGroup var options: WorkshopOptions

    @Option(help: "Rows to prepare.")
    var rows = 1_000_000

    @Option(help: "Messages to send.")
    var messages = 100_000

    @Option(help: "Messages that the SDK sends.")
    var sdkMessages = 2_000

    @Option(help: "Requests in flight.")
    var inFlight = 100

    @Option(help: "Runs of each.")
    var runs = 5

    @Option(help: "A Python that has Telnyx's SDK.")
    var python: String?

    func run() async throws {
        let workshop = try options.workshop
        var results = [
            try await show(.startUp(workshop)),
            try await show(.dryRun(rows, workshop)),
        ]
        results += try await Nginx.with(workshop) { nginx in
            let sending = SendingComparison(
                messages: messages, sdkMessages: sdkMessages, inFlight: inFlight, python: python, nginx: nginx,
                workshop: workshop)
            let result = try await show(sending.comparison)
            try await Comparison.makeNearlyFinished(rows, nginx, workshop)
            return [result]
        }
        results += try await ArrivalServer.with { server in
            [
                try await show(.preparing(rows, server, workshop)),
                try await show(.resuming(rows, server, workshop)),
            ]
        }
        results.append(try await show(.results(rows, workshop)))
        var table = ComparisonResult.table
        for result in results { result.add(to: &table) }
        let report = Report(results)
        print("\n\(report.machine.text), \(report.date)\n\n\(table.text)\n")
        try report.write(to: workshop, "compare.json")
    }

    /// Runs a comparison, and shows its result while others go on.
    private func show(_ comparison: Comparison) async throws -> ComparisonResult {
        let result = try await comparison.result(runs: runs)
        var table = ComparisonResult.table
        result.add(to: &table)
        print("\(table.text)\n")
        return result
    }
}
