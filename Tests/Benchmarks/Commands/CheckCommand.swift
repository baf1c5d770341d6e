import ArgumentParser
import FoundationEssentials

/// `make bench-check`: whether a change has made something dearer.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Instructions, allocations and memory, compared with the committed baseline.")

    @OptionGroup var options: WorkshopOptions

    @Option(help: "The baseline.")
    var baseline = "Tests/Benchmarks/baseline.json"

    @Flag(help: "Write the baseline instead of comparing with it.")
    var writeBaseline = false

    func run() async throws {
        let workshop = try options.workshop
        let checks = try await Checks(workshop: workshop, valgrind: Valgrind.prepare(workshop)).all()
        if writeBaseline { return try write(checks) }
        let was = try JSONDecoder().decode(
            [String: Double].self, from: Data(contentsOf: URL(filePath: baseline)))
        var table = Table("figure", "was", "is", "verdict")
        for check in checks {
            table.add(
                check.name, was[check.name]?.places(2) ?? "–", check.value.places(2),
                check.verdict(was).sentence)
        }
        print(table.text)
        let isWorse = checks.contains { ![.same, .better].contains($0.verdict(was)) }
        if isWorse { throw ExitCode.failure }
    }

    private func write(_ checks: [Check]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let figures = Dictionary(uniqueKeysWithValues: checks.map { ($0.name, ($0.value * 100).rounded() / 100) })
        try (encoder.encode(figures) + Data("\n".utf8)).write(to: URL(filePath: baseline))
        print("Written: \(baseline)")
    }
}

extension Check.Verdict {
    fileprivate var sentence: String {
        switch self {
        case .same: "same"
        case .better: "better: keep it with 'make bench-baseline'"
        case .worse(let most): "WORSE: at most \(most.places(2))"
        case .unknown: "NOT IN THE BASELINE: add it with 'make bench-baseline'"
        }
    }
}
