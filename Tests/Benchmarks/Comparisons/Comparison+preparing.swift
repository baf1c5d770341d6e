extension Comparison {
    /// From the start of the program to its first request: every row is in the campaign file by then.
    static func preparing(_ rows: Int, _ server: ArrivalServer, _ workshop: Workshop) throws -> Comparison {
        let send = try workshop.send(rows, to: server.baseURL)
        return Comparison(
            title: "prepare \(rows) rows: first request", unit: "rows",
            contestants: [
                Contestant(name: "campaign send") {
                    try workshop.removeCampaign()
                    return try await send.measureUntilFirstRequest(rows, at: server, in: workshop.directory)
                }
            ])
    }
}
