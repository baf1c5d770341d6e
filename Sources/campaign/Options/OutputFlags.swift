import ArgumentParser
import SystemPackage

/// What a run writes, and how much it says.
struct OutputFlags: ParsableArguments {
    @Option(help: "Result CSV. Default: the campaign file's stem and .results.csv, beside it.")
    var results: FilePath?

    @Option(help: "How the summary is printed on standard output.")
    var format: OutputFormat = .text

    @Flag(help: "Say only what went wrong on standard error.")
    var quiet = false

    @Flag(help: "Say more on standard error: every wrong row, not the first ones only, and numbers unmasked.")
    var verbose = false

    func validate() throws {
        if results == "-" {
            throw ValidationError("--results takes a file; 'campaign results' prints to standard output.")
        }
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
    }

    var verbosity: Verbosity { quiet ? .quiet : verbose ? .verbose : .normal }
}

/// How much is said on standard error.
enum Verbosity {
    case quiet, normal, verbose
}
