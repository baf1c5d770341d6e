import ArgumentParser

/// How fast, exact and small `campaign` is, beside programs that do part of its work.
///
/// Every request goes to 127.0.0.1. `make bench`, `make bench-pacing`, `make bench-growth` and `make bench-check` run it.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks", abstract: "Measures campaign.",
        subcommands: [
            CompareCommand.self, PacingCommand.self, GrowthCommand.self, CheckCommand.self, BareClientCommand.self,
            BareParserCommand.self,
        ])
}
