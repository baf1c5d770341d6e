extension Comparison {
    /// From the start of the program to its first request, when nearly everything is sent.
    static func resuming(_ rows: Int, _ server: ArrivalServer, _ workshop: Workshop) -> Comparison {
        // One row more is begun in each run.
        let resume = workshop.resume("nearly-\(rows)", to: server.baseURL, "--concurrency", "1")
        return Comparison(
            title: "resume \(rows) rows, \(left(of: rows)) left: first request", unit: "starts",
            contestants: [
                Contestant(name: "campaign resume") {
                    try await resume.measureUntilFirstRequest(1, at: server, in: workshop.directory)
                }
            ])
    }

    /// The result CSV of that campaign.
    static func results(_ rows: Int, _ workshop: Workshop) -> Comparison {
        let results = Invocation(
            workshop.campaign, ["results", "nearly-\(rows).campaign", "--output", "again.results.csv"])
        return Comparison(
            title: "result CSV of \(rows) rows", unit: "rows",
            contestants: [
                Contestant(name: "campaign results") { try await results.measure(rows, in: workshop.directory) }
            ])
    }

    /// A campaign of which nearly everything is sent, in truth.
    static func makeNearlyFinished(_ rows: Int, _ nginx: Nginx, _ workshop: Workshop) async throws {
        let name = "nearly-\(rows)"
        try workshop.removeCampaign(name)
        var send = try workshop.send(
            rows, to: nginx.baseURL, campaign: name, "--rate", "1000000", "--concurrency", "100", "--limit",
            "\(rows - left(of: rows))")
        send.successes = [75]
        try await send.run(in: workshop.directory)
    }

    private static func left(of rows: Int) -> Int { min(1000, rows / 2) }
}
