import FoundationEssentials
import SystemPackage

/// The directory in which everything is measured, and the programs that are.
struct Workshop {
    let directory: FilePath
    /// The release build of `campaign`.
    let campaign: String
    /// This program, whose hidden commands are some of those beside it.
    let benchmarks: String

    /// The directory of this program's sources, which holds the template and the SDK's script.
    private static let sources = FilePath(#filePath).removingLastComponent().removingLastComponent()

    init(directory: FilePath, campaign: FilePath) throws {
        let here = FilePath(FileManager.default.currentDirectoryPath)
        self.directory = here.pushing(directory)
        self.campaign = here.pushing(campaign).string
        benchmarks = here.pushing(FilePath(CommandLine.arguments[0])).string
        try FileManager.default.createDirectory(atPath: self.directory.string, withIntermediateDirectories: true)
    }

    static var template: String { sources.appending("Fixtures/order-shipped.yaml").string }
    static var sdkScript: String { sources.appending("Peers/telnyx_sdk.py").string }

    func path(_ name: String) -> FilePath { directory.appending(name) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name).string) }

    func remove(_ names: String...) throws {
        for name in names where exists(name) { try FileManager.default.removeItem(atPath: path(name).string) }
    }

    func copy(_ name: String, to other: String) throws {
        try remove(other)
        try FileManager.default.copyItem(atPath: path(name).string, toPath: path(other).string)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path(name).string))
    }

    /// Begins a campaign file anew.
    func removeCampaign(_ name: String = "run") throws {
        try remove("\(name).campaign", "\(name).campaign-wal", "\(name).campaign-shm", "\(name).results.csv")
    }

    /// `campaign send` of so many rows, into `NAME.campaign`.
    func send(_ rows: Int, to baseURL: String, campaign name: String = "run", _ more: String...) throws -> Invocation {
        let arguments =
            ["send", try Recipients(rows).file(in: self), "--template", Self.template, "--from", "+15005550000"]
            + ["--campaign", "\(name).campaign", "--base-url", baseURL, "--yes", "--quiet"]
        return Invocation(campaign, arguments + more)
    }

    /// `campaign resume` of `NAME.campaign`.
    func resume(_ name: String, to baseURL: String, _ more: String...) -> Invocation {
        let arguments = ["resume", "\(name).campaign", "--base-url", baseURL, "--yes", "--quiet"]
        return Invocation(campaign, arguments + more)
    }

    /// `campaign send --dry-run` of so many rows, into a file.
    func dryRun(_ rows: Int) throws -> Invocation {
        let arguments =
            ["send", try Recipients(rows).file(in: self), "--template", Self.template, "--from", "+15005550000"]
            + ["--dry-run", "--quiet"]
        return Invocation(campaign, arguments, output: path("bodies-\(rows).jsonl"))
    }
}
