import ArgumentParser
import SystemPackage

/// What a run writes, and how much it says.
struct OutputFlags: ParsableArguments {
    @Option(help: "Result CSV. Default: the campaign file's stem and .results.csv, beside it.")
    var results: FilePath?

    @Option(help: "How the summary is printed on standard output.")
    var format: OutputFormat = .text

    @Flag(help: "Say only what went wrong.")
    var quiet = false

    @Flag(help: "Say everything: every finding, not the first ones only.")
    var verbose = false

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
    }

    var verbosity: Verbosity { quiet ? .quiet : verbose ? .verbose : .normal }
}

/// How much is said on standard error.
enum Verbosity {
    case quiet, normal, verbose
}
