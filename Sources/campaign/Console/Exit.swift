import ArgumentParser
import Campaigns
import Glibc
import Sandbox
import Telnyx

/// Runs `body`, says what went wrong, and ends with the exit code that scripts rely on.
func exiting(_ body: () async throws -> ExitStatus) async throws {
    // Whatever the command, its environment may hold the key.
    CoreDumps.forbid()
    let status: ExitStatus
    do {
        status = try await body()
    } catch {
        status = .saying(error)
    }
    if status != .success { throw ExitCode(status.code) }
}

extension Summary {
    /// Prints the summary and returns how the run ended, also where nobody reads it any more.
    func printed(_ format: OutputFormat) throws -> ExitStatus {
        let text = try format.render(self)
        do throws(OutputError) {
            try Console.printLine(text)
            return exitStatus
        } catch {
            let status = ExitStatus.say(error.message, .cannotCreate)
            return exitStatus == .success ? status : exitStatus
        }
    }
}

extension ExitStatus {
    /// Says `error` on standard error, and how a run ends with it.
    fileprivate static func saying(_ error: any Error) -> ExitStatus {
        switch error {
        case let error as InputError:
            for line in error.lines { Console.say(line) }
            return error.exitStatus
        case let error as CampaignFileError: return say(error.message, error.exitStatus)
        case let error as OutputError: return say(error.message, .cannotCreate)
        case is NobodyReads: return .signal(SIGPIPE)
        case let error as SandboxError: return say(error.message, .cannotCreate)
        case let error as MissingKey: return say(error.message, .notPermitted)
        case let error as BaseURL.Invalid: return say(error.message, .usage)
        case let error as Refusal: return say(error.message, error.exitStatus)
        default: return say("This is a fault of the program: \(error).", .fault)
        }
    }

    fileprivate static func say(_ message: String, _ status: ExitStatus) -> ExitStatus {
        Console.say("Error: \(message)")
        return status
    }
}

extension InputError {
    fileprivate var lines: [String] {
        switch self {
        case .wrong(let findings): findings.map(\.maskingNumbers.description)
        case .unreadable(let file, let cause): ["Error: \(file) cannot be read: \(cause)."]
        }
    }

    fileprivate var exitStatus: ExitStatus {
        switch self {
        case .wrong: .dataError
        case .unreadable: .noInput
        }
    }
}

extension CampaignFileError {
    fileprivate var exitStatus: ExitStatus {
        switch self {
        case .exists, .foreign, .cannotCreate, .busy: .cannotCreate
        case .missing, .unreadable, .notACampaign, .newer, .withoutLog, .foreignLog: .noInput
        case .incomplete: .dataError
        case .cannotWrite: .cannotRecord
        }
    }
}

extension Refusal {
    fileprivate var message: String {
        switch self {
        case .strict(let rejected, let results):
            "\(rejected == 1 ? "1 row is" : "\(rejected) rows are") wrong, and --strict is set: nothing was sent."
                + (results.map { " Results: \($0)" } ?? "")
        case .declined: "Nothing was sent."
        case .otherService(let campaign, let its, let asked):
            "\(campaign) was begun against \(its), and \(asked) does not know what was sent. "
                + "Give --sandbox or --base-url as before, or make a new campaign with another --campaign."
        case .signal: "Stopped before the first message: nothing was sent."
        }
    }

    fileprivate var exitStatus: ExitStatus {
        switch self {
        case .strict: .dataError
        case .declined: .stopped
        case .otherService: .usage
        case .signal(let number): .signal(number)
        }
    }
}
