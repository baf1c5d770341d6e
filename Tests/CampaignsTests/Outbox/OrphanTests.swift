import GRDB
import SystemPackage
import Telnyx
import Testing

@testable import Campaigns

/// Messages whose process died between intent and outcome.
@Suite struct OrphanTests {
    static let day = 24 * 3600 * 1000

    struct Case: Sendable {
        let policy: SendingOptions.OnAmbiguous
        /// Milliseconds since the first attempt.
        let age: Int
        let status: String
        let selection: Set<Status>

        init(_ policy: SendingOptions.OnAmbiguous, _ age: Int, _ status: String, _ selection: Set<Status>) {
            self.policy = policy
            self.age = age
            self.status = status
            self.selection = selection
        }
    }

    @Test(arguments: [
        Case(.hold, 0, "unknown", [.pending]), Case(.hold, day, "unknown", [.pending]),
        Case(.retry, 0, "sending", [.pending, .sending]), Case(.retry, day - 1, "sending", [.pending, .sending]),
        Case(.retry, -60_000, "sending", [.pending, .sending]), Case(.retry, -60_001, "unknown", [.pending, .sending]),
        Case(.retry, day, "unknown", [.pending, .sending]), Case(.retry, 9 * day, "unknown", [.pending, .sending]),
    ])
    func `an orphan is settled, or sent again while its key is remembered`(_ test: Case) async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1), .pending(2)], in: directory)
            try await Outbox(file).commit(.init(row: 1, event: .intent, at: created))
            let now = created + test.age
            let isRepeated = test.status == "sending"
            #expect(test.policy.open == test.selection)
            let both = Tally([.pending: 1, .unknown: 1])
            #expect(
                try file.survey(test.selection, test.policy, at: now)
                    == Survey(tally: both, waiting: isRepeated ? both : Tally([.pending: 1]), lastChange: created))
            #expect(
                try file.survey(test.selection.union([.unknown]), test.policy, at: now)
                    == Survey(tally: both, waiting: both, lastChange: created))
            try file.settleOrphans(test.policy, at: now)
            #expect(try file.status(of: 1) == test.status)
            #expect(try file.status(of: 2) == "pending")
            let orphan = ResultRow.pending(1).with {
                $0.status = .unknown
                $0.attempts = 1
                let isSettled = test.status == "unknown"
                $0.errorCode = isSettled ? "interrupted" : "in_flight"
                $0.error =
                    isSettled
                    ? "The program ended before the answer was recorded, so the message may have been sent."
                    : "No outcome is recorded yet: the message is on its way, or the program ended before the answer."
            }
            #expect(try file.results() == [orphan, .pending(2)])
        }
    }

    /// All kinds of rows, some of which came to their state by an attempt.
    @Test func `a survey counts what waits, and when something was last sent`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample(
                [.pending(1), .pending(2), .pending(3), .pending(4), .rejected(5), .skipped(6)], in: directory)
            #expect(
                try file.survey([.pending], .hold, at: created + 9)
                    == Survey(
                        tally: Tally([.pending: 4, .rejected: 1, .skipped: 1]), waiting: Tally([.pending: 4]),
                        lastChange: nil)
            )
            let outbox = Outbox(file)
            for row in 1...3 { try await outbox.commit(.init(row: row, event: .intent, at: created + row)) }
            try await outbox.commit(
                .init(row: 1, event: .settled(Settlement(.accepted, messageID: "m-1")), at: created + 8))
            try await outbox.commit(.init(row: 2, event: .settled(Settlement(.failed, reason: .poor)), at: created + 5))
            try file.write { try $0.execute(sql: "UPDATE delivery SET status = 'junk' WHERE row = 6") }
            let tally = Tally([.accepted: 1, .failed: 1, .unknown: 2, .pending: 1, .rejected: 1])
            #expect(
                try file.survey([.pending, .failed], .hold, at: created + 9)
                    == Survey(tally: tally, waiting: Tally([.pending: 1, .failed: 1]), lastChange: created + 8))
            #expect(
                try file.survey([.pending, .unknown], .hold, at: created + 9)
                    == Survey(tally: tally, waiting: Tally([.pending: 1, .unknown: 1]), lastChange: created + 8))
        }
    }

    @Test func `what was to be repeated keeps its reason when it is held`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            let outbox = Outbox(file)
            try await outbox.commit(.init(row: 1, event: .intent, at: created))
            try await outbox.commit(.init(row: 1, event: .settled(Settlement(.sending, reason: .lost)), at: created))
            try file.settleOrphans(.hold, at: created + 1)
            #expect(try file.status(of: 1) == "unknown")
            #expect(try file.results().map(\.errorCode) == ["timeout"])
            // A new attempt knows nothing of the old one.
            try await outbox.commit(.init(row: 1, event: .intent, at: created + 2))
            try file.settleOrphans(.hold, at: created + 3)
            #expect(try file.results().map(\.errorCode) == ["interrupted"])
        }
    }

    @Test func `the age counts from the first attempt, not from the last`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            let outbox = Outbox(file)
            try await outbox.commit(.init(row: 1, event: .intent, at: created))
            try await outbox.commit(
                .init(row: 1, event: .settled(Settlement(.unknown, reason: .lost)), at: created + 1))
            try await outbox.commit(.init(row: 1, event: .intent, at: created + Self.day - 1))
            try file.settleOrphans(.retry, at: created + Self.day)
            #expect(try file.status(of: 1) == "unknown")
        }
    }

    /// Times that a damaged file has, or one of before the clock was put back: nothing is sent by chance, and nothing
    /// ends the program.
    @Test(arguments: [Int.min, -1, Timestamp.now() + 3_600_000, Int.max])
    func `an impossible time of the first attempt is taken for long ago`(_ first: Int) async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            try await Outbox(file).commit(.init(row: 1, event: .intent, at: created))
            try file.write { try $0.execute(sql: "UPDATE delivery SET first_attempt_at = ?", arguments: [first]) }
            #expect(try file.countForgotten(at: created) == 1)
            let post = Post { row, _ in DrainTests.accepted(row) }
            #expect(try await drain(file, [.sending], to: post) { $0.onAmbiguous = .retry }.reason == nil)
            #expect(try file.results().map(\.errorCode) == ["key_forgotten"])
            #expect(await post.requests.isEmpty)
        }
    }

    /// What a person asks for is tried as often as anything else.
    @Test(arguments: [
        (Status.pending, false, 1, false), (.pending, false, 2, true), (.unknown, true, 1, true),
        (.unknown, true, 2, true), (.unknown, false, 1, false), (.unknown, false, 2, false),
    ])
    func `only what nobody asked for is too late`(_ status: Status, _ isOrphan: Bool, _ number: Int, _ isTooLate: Bool)
    {
        let message = OutboxMessage(
            row: 1, body: [], status: status, mayHaveBeenSent: true, isOrphan: isOrphan, firstAttemptAt: created)
        let attempt = Attempt(message: message, number: number)
        #expect(attempt.isTooLate(at: created + Self.day) == isTooLate)
        #expect(!attempt.isTooLate(at: created + Self.day - 1))
        #expect(!attempt.isTooLate(at: created - 60_000))
        #expect(attempt.isTooLate(at: created - 60_001) == isTooLate)
    }

    /// What an earlier day's refusal left behind is no reason to hold a message today.
    @Test func `the age does not count from an attempt that was surely not taken`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            let outbox = Outbox(file)
            try await outbox.commit(.init(row: 1, event: .intent, at: created))
            try await outbox.commit(.init(row: 1, event: .settled(Settlement(.pending, reason: .poor)), at: created))
            let post = Post { row, attempt in attempt == 1 ? .ambiguous : DrainTests.accepted(row) }
            #expect(try await drain(file, to: post) { $0.onAmbiguous = .retry }.reason == nil)
            #expect(await post.attempts == [1: 2])
            let first = try file.write { try Int.fetchOne($0, sql: "SELECT first_attempt_at FROM delivery") }
            #expect(try #require(first) > created)
        }
    }

    @Test func `what is settled stays as it is`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1), .rejected(2), .skipped(3), .pending(4)], in: directory)
            let outbox = Outbox(file)
            try await outbox.commit(.init(row: 1, event: .intent, at: created))
            try await outbox.commit(
                .init(row: 1, event: .settled(Settlement(.accepted, messageID: "m-1")), at: created + 1))
            let before = try file.results()
            try file.settleOrphans(.hold, at: created + 9 * Self.day)
            #expect(try file.results() == before)
        }
    }
}
