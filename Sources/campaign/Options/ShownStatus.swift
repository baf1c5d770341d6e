import ArgumentParser
import Campaigns

/// A status as users name it.
struct ShownStatus: ExpressibleByArgument {
    let status: Status

    init?(argument: String) {
        guard let status = Status.shown.first(where: { $0.rawValue == argument }) else { return nil }
        self.status = status
    }

    static var allValueStrings: [String] { Status.shown.map(\.rawValue) }
}
