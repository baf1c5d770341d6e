/// The same work done by several programs, in turns: ours, theirs, ours, theirs, and so on.
///
/// What disturbs the machine for a while disturbs all of them.
struct Comparison {
    let title: String
    /// What is counted: rows, messages, starts.
    let unit: String
    /// Ours is the first.
    let contestants: [Contestant]

    /// A program, and one run of it.
    struct Contestant {
        let name: String
        let run: () async throws -> Sample
    }

    func result(runs: Int) async throws -> ComparisonResult {
        var series = contestants.map { _ in Series() }
        for _ in 1...runs {
            for (index, contestant) in contestants.enumerated() { series[index].append(try await contestant.run()) }
        }
        return ComparisonResult(title: title, unit: unit, contestants.map(\.name), series)
    }
}
