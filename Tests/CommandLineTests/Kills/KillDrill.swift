import Subprocess
import Testing

@testable import Sandbox

/// One campaign that is killed, perhaps again while it resumes, and then resumed to its end.
struct KillDrill: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rows: Int
    let concurrency: Int
    let rate: String
    let moments: [KillMoment]

    /// Everything follows from the seed and the number.
    init(seed: UInt64, number: Int) {
        var random = SplitMix64(seed: seed, "drill", number)
        rows = .random(in: 150...300, using: &random)
        concurrency = .random(in: 1...32, using: &random)
        // Every other one without a cap.
        rate = number.isMultiple(of: 2) ? "1000000" : "2000"
        let first = KillMoment.first(number, rows: rows, bytes: rows * Inputs.wideRowBytes, &random)
        moments = Bool.random(using: &random) ? [first, .later(rows: rows, &random)] : [first]
        testDescription =
            "SEED=\(seed) drill \(number): \(rows) rows, \(concurrency) in flight at \(rate)/s, \(moments)"
    }
}

/// What a drill came to.
struct DrillRecord {
    /// Everything that reached a server.
    private(set) var posts: [Post] = []
    /// How often each moment was to be hit, and was.
    private(set) var hits: [String: (hit: Int, of: Int)] = [:]
    /// Kills of the program.
    private(set) var kills = 0
    /// Messages that may have been in flight when it was killed.
    private(set) var inFlight = 0

    mutating func note(_ moment: KillMoment, isHit: Bool) {
        hits[moment.name, default: (0, 0)].of += 1
        if isHit { hits[moment.name, default: (0, 0)].hit += 1 }
    }

    mutating func note(_ posts: [Post]) { self.posts += posts }

    mutating func noteKill(inFlight: Int) {
        kills += 1
        self.inFlight += inFlight
    }

    /// Adds what another drill came to.
    mutating func add(_ other: DrillRecord) {
        for (name, count) in other.hits {
            hits[name, default: (0, 0)].hit += count.hit
            hits[name, default: (0, 0)].of += count.of
        }
        kills += other.kills
    }

    /// One line a moment.
    var summary: String {
        hits.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value.hit) of \($0.value.of)" }.joined(separator: "\n")
    }
}

extension KillDrill {
    /// Kills and resumes, and checks what became of every row.
    func run() async throws -> DrillRecord {
        try await withScratch { scratch in
            try scratch.write(Inputs.wideRecipients(rows), to: "clients.csv")
            try scratch.write(Inputs.greeting, to: "greeting.yaml")
            var record = DrillRecord()
            for moment in moments { try await kill(at: moment, scratch, &record) }
            try await finish(scratch, &record)
            check(record, try scratch.table("clients.results.csv"))
            return record
        }
    }

    private func kill(at moment: KillMoment, _ scratch: Scratch, _ record: inout DrillRecord) async throws {
        // Without a file there is nothing to resume.
        let arguments = scratch.exists("clients.campaign") ? ["resume", "clients.campaign"] : Self.send
        try await withStandIn(moment.reply) { server in
            let ending =
                moment == .connecting
                ? try await withDeafServer { try await run(arguments, $0, until: moment, scratch, server) }
                : try await run(arguments, server.baseURL, until: moment, scratch, server)
            await server.quiet()
            let posts = await server.posts
            record.note(posts)
            if ending.code != nil { return record.note(moment, isHit: false) }
            let isUnprepared = try await clear(scratch, posts)
            let isHit = try isHit(moment, isUnprepared, scratch)
            record.note(moment, isHit: isHit)
            record.noteKill(inFlight: isHit && !moment.isSending || isUnprepared ? 0 : concurrency)
        }
    }

    private static let send = ["send", "clients.csv", "--template", "greeting.yaml", "--from", Inputs.sender]

    /// Runs the program until it is killed, or has ended before.
    private func run(
        _ arguments: [String], _ baseURL: String, until moment: KillMoment, _ scratch: Scratch, _ server: StandIn
    ) async throws -> Ending {
        let options = ["--yes", "--base-url", baseURL, "--rate", rate, "--concurrency", "\(concurrency)"]
        return try await scratch.campaign(arguments + options, input: .none) { running in
            try await moment.wait(running, scratch, server)
            try running.send(signal: .kill)
        }
    }

    /// Whether the kill came when it was to come.
    private func isHit(_ moment: KillMoment, _ isUnprepared: Bool, _ scratch: Scratch) throws -> Bool {
        switch moment {
        case .preparing: isUnprepared
        case .writingResults: try scratch.unfinishedResults > 0
        default: try !isUnprepared && scratch.unfinishedResults == 0
        }
    }

    /// Removes a campaign that was not prepared to its end; returns whether it was such.
    ///
    /// It must say that nothing was sent, and nothing may have been.
    private func clear(_ scratch: Scratch, _ posts: [Post]) async throws -> Bool {
        guard scratch.exists("clients.campaign") else { return true }
        let status = try await scratch.campaign("status", "clients.campaign")
        guard status.code != 0 else { return false }
        #expect(status.code == 65, "\(testDescription): \(status.errors)")
        #expect(status.errors.contains("nothing was sent. Delete it and send again."), "\(testDescription)")
        #expect(posts.isEmpty, "\(testDescription)")
        try scratch.remove("clients.campaign")
        return true
    }

    private func finish(_ scratch: Scratch, _ record: inout DrillRecord) async throws {
        let arguments = scratch.exists("clients.campaign") ? ["resume", "clients.campaign"] : Self.send
        try await withStandIn { server in
            let ending = try await scratch.campaign(
                arguments + ["--yes", "--base-url", server.baseURL, "--rate", "1000000"])
            #expect([0, 2].contains(ending.code), "\(testDescription): \(ending.errors)")
            record.note(await server.posts)
        }
    }

    /// The promise.
    private func check(_ record: DrillRecord, _ table: Table) {
        let sent = record.posts.rows
        let accepted = Set(table.rows(of: "accepted"))
        let unknown = Set(table.rows(of: "unknown"))
        #expect(accepted.union(unknown) == Set(1...rows), "each row is accepted or unknown: \(testDescription)")
        #expect(Set(sent).count == sent.count, "nothing is delivered twice: \(testDescription)")
        #expect(accepted.isSubset(of: sent), "what is accepted was delivered: \(testDescription)")
        #expect(unknown.count <= record.inFlight, "what was in flight is unknown: \(testDescription)")
        let ids = Dictionary(record.posts.map { ($0.row, Reply.id($0)) }) { $1 }
        let shown = zip(table["message_row"], table["message_id"]).filter { !$1.isEmpty }
        #expect(shown.allSatisfy { ids[Int($0) ?? 0] == $1 }, "each id is its request's: \(testDescription)")
        #expect(
            record.posts.allSatisfy { $0.body.contains(Inputs.number($0.row)) },
            "each request goes to its row's number: \(testDescription)")
    }
}
