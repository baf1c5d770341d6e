import FoundationEssentials
import Glibc
import Subprocess
import SystemPackage

/// The real program, built beside the tests.
enum Program {
    static let path = FilePath(FileManager.default.currentDirectoryPath)
        .pushing(FilePath(CommandLine.arguments[0])).removingLastComponent().appending("campaign")

    /// A key that is found again wherever it shows.
    static let key = "KEY0195_Recognisable_Secret"
}

/// How a run of the program ended, and what it said.
struct Ending: Sendable {
    /// Nil when a signal killed the program.
    let code: Int32?
    /// Standard output.
    let output: String
    /// Standard error.
    let errors: String

    init(_ status: TerminationStatus, _ output: [UInt8], _ errors: [UInt8]) {
        self.code = if case .exited(let code) = status { code } else { nil }
        self.output = String(decoding: output, as: UTF8.self)
        self.errors = String(decoding: errors, as: UTF8.self)
    }

    /// Lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Whether the exit code says that something went wrong, and not that a campaign came to its end.
    var isFailure: Bool { code.map { $0 >= 64 } ?? false }
}

/// A run that its tester looks after.
typealias Running<Input: InputProtocol> = Execution<Input, BytesOutput, BytesOutput>

extension Scratch {
    /// Runs `campaign` here with something on its standard input, and `body` meanwhile.
    ///
    /// - Parameters:
    ///   - key: the API key in its environment; nil for none.
    ///   - baseURL: the address in its environment.
    ///   - certificates: the file of trusted certificates in its environment.
    func campaign<Input: InputProtocol>(
        _ arguments: [String], key: String? = Program.key, baseURL: String? = nil, certificates: String? = nil,
        input: Input, while body: (Running<Input>) async throws -> Void = { _ in }
    ) async throws -> Ending {
        let result = try await run(
            .path(Program.path), arguments: Arguments(arguments),
            environment: .inherit.updating([
                "TELNYX_API_KEY": key, "TELNYX_BASE_URL": baseURL, "SSL_CERT_FILE": certificates,
            ]),
            workingDirectory: directory, input: input, output: .bytes(limit: 1 << 26), error: .bytes(limit: 1 << 26),
            body: body)
        return Ending(result.terminationStatus, result.standardOutput, result.standardError)
    }

    /// Runs `campaign` here with nothing on its standard input.
    func campaign(
        _ arguments: [String], key: String? = Program.key, baseURL: String? = nil, certificates: String? = nil
    ) async throws -> Ending {
        try await campaign(arguments, key: key, baseURL: baseURL, certificates: certificates, input: .none)
    }

    /// Runs `campaign` by way of a shell script in which it is `"$@"`.
    func shell(
        _ script: String, _ arguments: [String], key: String? = Program.key,
        while body: (Running<NoInput>) async throws -> Void = { _ in }
    ) async throws -> Ending {
        let result = try await run(
            .name("sh"), arguments: Arguments(["-c", script, "sh", Program.path.string] + arguments),
            environment: .inherit.updating(["TELNYX_API_KEY": key]), workingDirectory: directory, input: .none,
            output: .bytes(limit: 1 << 26), error: .bytes(limit: 1 << 26), body: body)
        return Ending(result.terminationStatus, result.standardOutput, result.standardError)
    }

    /// Runs `campaign` here with nothing on its standard input.
    func campaign(_ arguments: String..., key: String? = Program.key) async throws -> Ending {
        try await campaign(arguments, key: key)
    }
}

extension Execution {
    /// Looks again and again until something holds, or the program has ended.
    func poll(_ condition: () async throws -> Bool) async throws {
        while try await !condition(), try isAlive { try await Task.sleep(for: .milliseconds(1)) }
    }

    /// Whether the program has the file open.
    func hasOpen(_ path: String) throws -> Bool {
        let directory = "/proc/\(processIdentifier.value)/fd"
        return try FileManager.default.contentsOfDirectory(atPath: directory).contains { name in
            unsafe realpath("\(directory)/\(name)", nil).map { resolved in
                defer { unsafe free(resolved) }
                return unsafe String(cString: resolved) == path
            } ?? false
        }
    }

    /// What the system allows the program.
    var limits: String {
        get throws {
            let limits = URL(filePath: "/proc/\(processIdentifier.value)/limits")
            return String(decoding: try Data(contentsOf: limits), as: UTF8.self)
        }
    }

    /// Whether the program still runs.
    ///
    /// One that has ended is a zombie until its run returns.
    var isAlive: Bool {
        get throws {
            let status = URL(filePath: "/proc/\(processIdentifier.value)/status")
            return !String(decoding: try Data(contentsOf: status), as: UTF8.self).contains("State:\tZ")
        }
    }
}
