/// All figures of `make bench-check`.
///
/// Instructions, allocations and memory are differences between a small and a larger run through what the larger has
/// more: starting costs nothing. Processor time is taken beside a peer's, in turns.
struct Checks {
    private static let (small, large) = (1000, 3000)
    let workshop: Workshop
    let valgrind: Valgrind

    func all() async throws -> [Check] {
        try await dryRun() + sending() + memory() + ratios()
    }

    private func dryRun() async throws -> [Check] {
        [
            Check(
                name: "dry run: instructions a row",
                value: try await each { try await valgrind.instructions(workshop.dryRun($0)) }, tolerance: 0.03),
            Check(
                name: "dry run: allocations a row",
                value: try await each { try await valgrind.allocations(workshop.dryRun($0)) }, tolerance: 0.03),
        ]
    }

    /// One message after the other: how many share a commit is the machine's, otherwise.
    private func sending() async throws -> [Check] {
        try await Nginx.with(workshop) { nginx in
            let send = { (messages: Int) in
                try workshop.removeCampaign()
                return try workshop.send(
                    messages, to: nginx.baseURL, "--rate", "1000000", "--concurrency", "1", "--timeout", "600s")
            }
            return [
                Check(
                    name: "send: instructions a message",
                    value: try await each { try await valgrind.instructions(send($0)) }, tolerance: 0.1),
                Check(
                    name: "send: allocations a message",
                    value: try await each { try await valgrind.allocations(send($0)) }, tolerance: 0.1),
            ]
        }
    }

    private func memory() async throws -> [Check] {
        let (few, many) = (100_000, 600_000)
        let peak = { try await workshop.dryRun($0).measure($0, in: workshop.directory).memory }
        let growth = try await Double(peak(many) - peak(few)) / Double(many - few)
        return [Check(name: "dry run: bytes of memory a row", value: growth, tolerance: 0.3)]
    }

    /// On a busy machine both take longer.
    private func ratios() async throws -> [Check] {
        let dryRun = try await Comparison.dryRun(300_000, workshop).result(runs: 5)
        let sending = try await Nginx.with(workshop) { nginx in
            try await SendingComparison(
                messages: 20_000, sdkMessages: 0, inFlight: 100, python: nil, nginx: nginx, workshop: workshop
            ).comparison.result(runs: 5)
        }
        return try [
            Check(name: "dry run: processor time through mlr's", value: dryRun.cpuRatio(1), tolerance: 0.25),
            Check(
                name: "send: processor time through async-http-client's", value: sending.cpuRatio(1), tolerance: 0.25),
        ]
    }

    private func each(_ count: (Int) async throws -> Double) async throws -> Double {
        let (less, more) = try await (count(Self.small), count(Self.large))
        return (more - less) / Double(Self.large - Self.small)
    }
}
