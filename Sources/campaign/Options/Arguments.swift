public import ArgumentParser
import CSV
import Campaigns
import Sandbox
public import SystemPackage
import Telnyx
import WhatsApp

extension FilePath: @retroactive ExpressibleByArgument {
    /// A path as it was typed; an empty one is none.
    public init?(argument: String) {
        if argument.isEmpty { return nil }
        self.init(argument)
    }

    /// Shells complete file names.
    public static var defaultCompletionKind: CompletionKind { .file() }
}

extension CSVDelimiter: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {}

extension SendingOptions.OnAmbiguous: ExpressibleByArgument {}

/// A number that can send: E.164, no user id.
struct Sender {
    let number: PhoneNumber

    init(_ text: String) throws {
        do {
            number = try PhoneNumber(text)
        } catch {
            throw ValidationError(error.message)
        }
        if number.isUserID { throw ValidationError("A user id cannot send. Give the number, such as +15005550100.") }
    }
}

/// How summaries are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json

    /// The summary in this format.
    func render(_ summary: Summary) throws -> String {
        switch self {
        case .text: summary.text.printable
        case .json: try summary.json
        }
    }
}

/// Statuses that `--retry` takes.
enum Retried: String, ExpressibleByArgument, CaseIterable {
    case failed, unknown

    var status: Status {
        switch self {
        case .failed: .failed
        case .unknown: .unknown
        }
    }
}

/// A status as users name it.
struct ShownStatus: ExpressibleByArgument {
    let status: Status

    init?(argument: String) {
        guard let status = Status.shown.first(where: { $0.rawValue == argument }) else { return nil }
        self.status = status
    }

    static var allValueStrings: [String] { Status.shown.map(\.rawValue) }
}
