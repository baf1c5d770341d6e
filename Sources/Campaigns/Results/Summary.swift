import WhatsApp

/// What a run came to: for people, for scripts, and as an exit code.
package struct Summary: Sendable, Equatable {
    /// The campaign file; nil after a dry run.
    package var campaign: String?
    /// The result CSV; nil if none was written.
    package var results: String?
    /// How many rows stand where.
    package var tally: Tally
    /// Why the run stopped before the end.
    package var stop: StopReason?
    /// What it means that something could not be written after the last message; nil where everything was.
    package var unwritten: ExitStatus?
    /// What the concurrency cost of the rate.
    package var shortfall: Shortfall?
    /// How long the run took.
    package var elapsed: Duration
    /// The options that the run was given and its continuation needs, such as `--sandbox`.
    package var options: [String] = []
    /// The statuses whose rows the run was asked to send again, too.
    package var retrying: Set<Status> = []

    /// - Parameters:
    ///   - campaign: nil for a dry run.
    ///   - results: nil where none was written.
    package init(
        campaign: String?, results: String?, tally: Tally, stop: StopReason? = nil, unwritten: ExitStatus? = nil,
        shortfall: Shortfall? = nil, elapsed: Duration = .zero
    ) {
        self.campaign = campaign
        self.results = results
        self.tally = tally
        self.stop = stop
        self.unwritten = unwritten
        self.shortfall = shortfall
        self.elapsed = elapsed
    }

    /// A dry run leaves its rows pending; for any other run that ends by itself nothing is.
    package var exitStatus: ExitStatus {
        // Why the run stopped matters more.
        if stop == nil, let unwritten { return unwritten }
        return switch stop {
        case .signal(let number): .signal(number)
        case .account: .notPermitted
        case .cannotRecord: .cannotRecord
        case .limit, .halted, .unreachable: .stopped
        case nil where tally[.unknown] > 0: .unknown
        case nil where tally[.rejected] + tally[.failed] > 0: .rejected
        case nil: .success
        }
    }
}

extension Summary {
    /// One line a number, and what to do next.
    package var text: String {
        var lines = ["\(tally.rows.counted("row")) in \(elapsed.plain)"]
        lines += tally.lines
        if let stop { lines.append(stop.sentence) }
        if let shortfall { lines.append(shortfall.sentence) }
        if let results { lines.append("Results: \(results)") }
        if let campaign, results == nil {
            lines.append("No results were written. Write them with: campaign results \(campaign.quotedForShell)")
        }
        if let campaign { lines += continuations(of: campaign) }
        return lines.joined(separator: "\n")
    }

    /// What can be done about messages that were not accepted.
    private func continuations(of campaign: String) -> [String] {
        var lines: [String] = []
        if stop != nil, tally[.pending] > 0 {
            lines.append("\(count(.pending, "is", "are")) pending. Go on with: \(resuming(campaign))")
        }
        if endedAmongRefusals, tally[.failed] > 0 {
            lines.append(
                "\(count(.failed, "was", "were")) refused in all. To send \(them(.failed)) again, once the cause is mended: "
                    + resuming(campaign, "--retry", "failed"))
        }
        if tally[.unknown] > 0 {
            lines.append(
                "\(tally[.unknown]) may have been sent. To send \(them(.unknown)) again: "
                    + resuming(campaign, "--retry", "unknown"))
        }
        return lines
    }

    /// Whether the run stopped because of refusals, or before it had sent all of them again as it was asked to.
    private var endedAmongRefusals: Bool {
        if case .halted = stop { return true }
        return stop != nil && retrying.contains(.failed)
    }

    private func count(_ status: Status, _ one: String, _ several: String) -> String {
        "\(tally[status]) \(tally[status] == 1 ? one : several)"
    }

    private func them(_ status: Status) -> String { tally[status] == 1 ? "it" : "them" }

    /// A command that can be pasted into a shell.
    private func resuming(_ campaign: String, _ more: String...) -> String {
        (["campaign", "resume", campaign] + options + more).map(\.quotedForShell).joined(separator: " ")
    }

    /// One JSON object on one line.
    package var json: String {
        get throws {
            var texts: [String: String] = [:]
            texts["campaign"] = campaign
            texts["results"] = results
            texts["stopped"] = stop?.word
            texts["message"] = stop?.sentence
            var numbers = ["seconds": (elapsed / .milliseconds(1)).rounded() / 1000]
            numbers["needed_concurrency"] = shortfall?.needed.map(Double.init)
            return try TallyDocument(tally, texts, numbers: numbers).json
        }
    }
}
