import ArgumentParser
import Campaigns

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
