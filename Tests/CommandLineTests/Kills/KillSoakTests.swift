import FoundationEssentials
import Testing

/// Promise: whenever the program is killed, and killed again while it resumes, no row is lost and none is sent twice.
///
/// `make soak` kills 200 times; `SEED` repeats a run.
@Suite(.timeLimit(.minutes(30))) struct KillSoakTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seed = environment["SEED"].flatMap(UInt64.init) ?? 20_261_123
    private static let kills = environment["KILLS"].flatMap(Int.init) ?? 10

    @Test func `kills at any moment lose nothing and send nothing twice`() async throws {
        var total = DrillRecord()
        var number = 0
        while total.kills < Self.kills {
            // A drill whose program always ends before it is killed would go on for ever.
            try #require(number < 10 + 2 * Self.kills, "too few moments were hit: \(total.summary)")
            total.add(try await KillDrill(seed: Self.seed, number: number).run())
            number += 1
        }
        print(
            "\(total.kills) kills in \(number) campaigns, SEED=\(Self.seed). Moments that were hit:\n\(total.summary)")
    }
}
