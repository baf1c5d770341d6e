import ArgumentParser

/// `make bench-pacing`: whether the server sees what the cap promises.
struct PacingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pacing", abstract: "Caps, seen from the server: the fullest second and the achieved rate.",
        discussion: """
            Every window of one second must hold at most the cap, 1 % and one; where nothing is stopped and the \
            concurrency allows it, at least 99 % of the cap must be reached. Measure on a quiet machine.
            """)

    @OptionGroup var options: WorkshopOptions

    @Option(help: "Only this cap.")
    var cap: Int?

    func run() async throws {
        let workshop = try options.workshop
        var table = Table("cap/s", "answer", "disturbance", "achieved", "fullest 1 s", "verdict")
        var results: [PacingResult] = []
        for test in PacingCase.all where cap == nil || cap == test.cap {
            let result = try await PacingRun(workshop: workshop, test: test).run()
            results.append(result)
            table.add(
                "\(result.cap)", "\(result.answerMilliseconds) ms", result.disturbance.rawValue,
                "\((result.achieved * 100).places(2)) %", "\(result.fullestSecond)", result.verdict.rawValue)
            print(table.lastLine)
        }
        print("\n\(table.text)")
        try Report(results).write(to: workshop, "pacing.json")
        if !results.allSatisfy(\.isGood) { throw ExitCode.failure }
    }
}
