import ArgumentParser
import Campaigns

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
