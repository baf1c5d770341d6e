import ArgumentParser

/// `make bench-growth`: whether a row costs more in a larger file.
struct GrowthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth", abstract: "Time and memory of a row in files of 10,000 rows and more.",
        discussion: """
            At most 64 MB and 16 bytes a row of memory are allowed, and from 100,000 rows on no row may take more than \
            one and a half times the processor of a row in that file. Ten million rows need 15 GB of disk.
            """)

    @OptionGroup var options: WorkshopOptions

    @Option(help: "The largest file, in rows.")
    var rows = 1_000_000

    @Option(help: "The most messages that are sent.")
    var messages = 100_000

    func run() async throws {
        let workshop = try options.workshop
        var table = Table("work", "rows", "time each", "CPU each", "growth", "memory", "memory allowed")
        var cpuAtFirst: [String: Double] = [:]
        var isExceeded = false
        let sizes = sequence(first: 10_000) { $0 * 10 }.prefix { $0 <= rows }
        for size in sizes {
            for (name, sample) in try await samples(size, workshop) {
                let allowed = 64 << 20 + 16 * size
                let cpu = sample.cpu * 1e6 / Double(sample.amount)
                // Below, what starting costs is most of it.
                if size == 100_000 { cpuAtFirst[name] = cpu }
                let growth = cpuAtFirst[name].map { cpu / $0 }
                let isDearer = (growth ?? 1) > 1.5
                let isLarger = sample.memory > allowed
                isExceeded = isExceeded || isDearer || isLarger
                table.add(
                    name, "\(size)", "\((sample.wall * 1e6 / Double(sample.amount)).places(2)) µs",
                    "\(cpu.places(2)) µs",
                    (growth?.places(2) ?? "–") + (isDearer ? " EXCEEDED" : ""),
                    "\((Double(sample.memory) / 1_048_576).places(0)) MB",
                    "\((Double(allowed) / 1_048_576).places(0)) MB\(isLarger ? " EXCEEDED" : "")")
                print(table.lastLine)
            }
        }
        print("\n\(table.text)")
        if isExceeded { throw ExitCode.failure }
    }

    private func samples(_ rows: Int, _ workshop: Workshop) async throws -> [(String, Sample)] {
        var samples = [("dry run", try await workshop.dryRun(rows).measure(rows, in: workshop.directory))]
        samples += try await ArrivalServer.with { server in
            try workshop.removeCampaign()
            var send = try workshop.send(rows, to: server.baseURL, "--limit", "1")
            let prepare = try await send.measureUntilFirstRequest(rows, at: server, in: workshop.directory)
            // Once more to its end, for a whole campaign file.
            try workshop.removeCampaign()
            send.successes = [75]
            try await send.run(in: workshop.directory)
            let resume = workshop.resume("run", to: server.baseURL, "--concurrency", "1")
            return [
                ("prepare", prepare),
                ("resume", try await resume.measureUntilFirstRequest(rows, at: server, in: workshop.directory)),
            ]
        }
        let results = Invocation(workshop.campaign, ["results", "run.campaign", "--output", "again.results.csv"])
        samples.append(("results", try await results.measure(rows, in: workshop.directory)))
        if rows <= messages { samples.append(("send", try await send(rows, workshop))) }
        return samples
    }

    private func send(_ rows: Int, _ workshop: Workshop) async throws -> Sample {
        try await Nginx.with(workshop) { nginx in
            try workshop.removeCampaign()
            let send = try workshop.send(rows, to: nginx.baseURL, "--rate", "1000000", "--concurrency", "100")
            return try await send.measure(rows, in: workshop.directory)
        }
    }
}
