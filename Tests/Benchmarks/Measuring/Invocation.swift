import FoundationEssentials
import Subprocess
import SystemPackage

/// A program and what it is told.
struct Invocation {
    let program: String
    let arguments: [String]
    /// The file its standard output goes to; nil throws it away.
    var output: FilePath?
    /// The exit codes that mean success; nil takes any end.
    var successes: Set<Int32>?

    init(_ program: String, _ arguments: [String], output: FilePath? = nil, successes: Set<Int32>? = [0]) {
        self.program = program
        self.arguments = arguments
        self.output = output
        self.successes = successes
    }

    /// Runs the program, and `body` meanwhile.
    func run(
        in directory: FilePath, while body: (RunningProgram) async throws -> Void = { _ in }
    ) async throws {
        let target = try FileDescriptor.open(
            output ?? "/dev/null", .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
        let result = try await Subprocess.run(
            program.contains("/") ? .path(FilePath(program)) : .name(program), arguments: Arguments(arguments),
            environment: .inherit.updating(["TELNYX_API_KEY": "KEY_benchmark", "TELNYX_BASE_URL": nil]),
            workingDirectory: directory, input: .none,
            output: .fileDescriptor(target, closeAfterSpawningProcess: true), error: .string(limit: 1 << 20)
        ) { execution in
            try await body(
                RunningProgram(pid: execution.processIdentifier.value, send: { try execution.send(signal: $0) }))
        }
        guard let successes else { return }
        guard case .exited(let code) = result.terminationStatus, successes.contains(code) else {
            throw Failure(invocation: self, ending: result.terminationStatus, errors: result.standardError)
        }
    }

    /// Runs the program under GNU time, and says what it cost.
    ///
    /// - Parameter amount: the rows or messages of the run.
    func measure(_ amount: Int, in directory: FilePath) async throws -> Sample {
        let figures = directory.appending("time.txt")
        let timed = Invocation(
            "/usr/bin/time", ["--quiet", "--format=%U %S %M", "--output=\(figures)", program] + arguments,
            output: output, successes: successes)
        // To free an older output takes a while, which is not the program's.
        if let output, FileManager.default.fileExists(atPath: output.string) {
            try FileManager.default.removeItem(atPath: output.string)
        }
        let start = ContinuousClock.now
        try await timed.run(in: directory)
        let wall = start.duration(to: .now) / .seconds(1)
        let text = String(decoding: try Data(contentsOf: URL(filePath: figures.string)), as: UTF8.self)
        let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard numbers.count == 3 else { throw Unreadable(what: "GNU time", text: text) }
        return Sample(amount: amount, wall: wall, cpu: numbers[0] + numbers[1], memory: Int(numbers[2]) * 1024)
    }

    /// Runs the program until its first request arrives, and ends it there: what that cost.
    func measureUntilFirstRequest(_ amount: Int, at server: ArrivalServer, in directory: FilePath) async throws
        -> Sample
    {
        var invocation = self
        invocation.successes = nil
        var sample = Sample(amount: amount, wall: 0, cpu: 0, memory: 0)
        let (before, start) = (server.log.count, ContinuousClock.now)
        try await invocation.run(in: directory) { running in
            try await server.log.wait(for: before + 1)
            sample.wall = start.duration(to: .now) / .seconds(1)
            sample.cpu = try running.cpu
            sample.memory = try running.memory
            try running.send(.kill)
        }
        return sample
    }

    /// A program that did not come to a good end.
    struct Failure: Error, CustomStringConvertible {
        let invocation: Invocation
        let ending: TerminationStatus
        let errors: String

        var description: String {
            "\(invocation.program) \(invocation.arguments.joined(separator: " ")) ended with \(ending). \(errors)"
        }
    }
}

/// What a program printed is not what was expected of it.
struct Unreadable: Error, CustomStringConvertible {
    let what: String
    let text: String

    var description: String { "The output of \(what) cannot be read: \(text)" }
}
