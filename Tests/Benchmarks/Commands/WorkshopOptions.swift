import ArgumentParser
import SystemPackage

/// Where and with what everything is measured.
struct WorkshopOptions: ParsableArguments {
    @Option(help: "The directory for all files; several gigabytes for the full sizes.")
    var directory = ".build/benchmarks"

    @Option(help: "The release build of campaign.")
    var campaign = ".build/release/campaign"

    var workshop: Workshop {
        get throws { try Workshop(directory: FilePath(directory), campaign: FilePath(campaign)) }
    }
}
