import Subprocess

/// When a run of the program is killed.
enum KillMoment: Sendable, Equatable {
    /// The campaign file and its log have grown to so many bytes: some rows are in it, or none.
    case preparing(bytes: Int)
    /// Intents are on disk, and no byte of their requests has left: the server takes no connection.
    case connecting
    /// So many requests have come, while answers flow.
    case posted(Int)
    /// A request waits for its answer, behind so many that were answered.
    case holding(after: Int)
    /// The same, but the answer was given to a program that had no time to record it.
    case answered(after: Int)
    /// Part of the result CSV is written.
    case writingResults

    /// What the report of a soak calls it.
    var name: String {
        switch self {
        case .preparing: "preparing"
        case .connecting: "between intent and first byte"
        case .posted: "answers flow"
        case .holding: "answers are held"
        case .answered: "between answer and outcome"
        case .writingResults: "writing results"
        }
    }

    /// Whether messages may be in flight.
    var isSending: Bool {
        switch self {
        case .preparing, .writingResults: false
        case .connecting, .posted, .holding, .answered: true
        }
    }

    /// What the server answers.
    var reply: @Sendable (Post) -> Reply {
        switch self {
        case .holding(let count), .answered(let count): { $0.number > count ? .hold : .accept }
        default: { _ in .accept }
        }
    }
}

extension KillMoment {
    /// Moments of a first run, each kind as often as the others.
    static func first(_ number: Int, rows: Int, bytes: Int, _ random: inout some RandomNumberGenerator) -> KillMoment {
        switch number % 6 {
        case 0: .preparing(bytes: .random(in: 0...bytes, using: &random))
        case let kind: sending(kind, rows: rows, &random)
        }
    }

    /// Moments of a resume: early ones, since the rows that are left are not known.
    static func later(rows: Int, _ random: inout some RandomNumberGenerator) -> KillMoment {
        sending(.random(in: 1...5, using: &random), rows: rows / 8, &random)
    }

    private static func sending(_ kind: Int, rows: Int, _ random: inout some RandomNumberGenerator) -> KillMoment {
        let count = Int.random(in: 0..<rows, using: &random)
        return switch kind {
        case 1: .connecting
        case 2: .posted(count + 1)
        case 3: .holding(after: count)
        case 4: .answered(after: count)
        default: .writingResults
        }
    }
}

extension KillMoment {
    /// Returns when the moment has come, or the program has ended before.
    func wait<Input>(_ running: Running<Input>, _ scratch: Scratch, _ server: StandIn) async throws {
        switch self {
        case .preparing(let bytes): try await running.poll { scratch.campaignBytes.map { $0 >= bytes } ?? false }
        case .connecting: try await running.poll { try await scratch.hasIntents }
        case .posted(let count): try await running.poll { await server.posts.count >= count }
        case .holding(let count): try await running.poll { await server.posts.count > count }
        case .answered(let count):
            try await running.poll { await server.posts.count > count }
            try running.send(signal: .suspend)
            await server.release()
            try await running.poll { server.hasAnsweredAll }
        case .writingResults: try await running.poll { try scratch.unfinishedResults > 0 }
        }
    }
}

extension Scratch {
    /// The size of the campaign file with its log; nil before there is one.
    fileprivate var campaignBytes: Int? {
        let sizes = ["clients.campaign", "clients.campaign-wal"].compactMap(size)
        return sizes.isEmpty ? nil : sizes.reduce(0, +)
    }

    /// Whether messages of the campaign may have been sent, as far as its file knows.
    fileprivate var hasIntents: Bool {
        get async throws {
            let status = try await campaign("status", "clients.campaign", "--format", "json")
            return try status.code == 0 && Report(status.output).counts.unknown > 0
        }
    }

    /// How much of a result CSV is written that is not in its place.
    var unfinishedResults: Int {
        get throws { try names.filter { $0.hasSuffix(".tmp") }.compactMap(size).reduce(0, +) }
    }
}
