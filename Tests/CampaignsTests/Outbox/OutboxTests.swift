import GRDB
import Synchronization
import SystemPackage
import Telnyx
import Testing

@testable import Campaigns

@Suite struct OutboxTests {
    @Test func `an intent and an outcome are what the row says`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1), .pending(2)], in: directory)
            let outbox = Outbox(file)
            try await outbox.commit(.init(row: 1, event: .intent, at: created + 1))
            let sending = ResultRow.pending(1).with {
                $0.status = .unknown
                $0.errorCode = "in_flight"
                $0.error =
                    "No outcome is recorded yet: the message is on its way, or the program ended before the answer."
                $0.attempts = 1
                $0.updatedAt = created + 1
            }
            #expect(try file.results() == [sending, .pending(2)])
            #expect(try file.status(of: 1) == "sending")

            try await outbox.commit(
                .init(row: 1, event: .settled(Settlement(.pending, reason: .busy)), at: created + 2))
            let waiting = ResultRow.pending(1).with {
                $0.errorCode = "10011"
                $0.error = "Too many requests."
                $0.attempts = 1
                $0.updatedAt = created + 2
            }
            #expect(try file.results() == [waiting, .pending(2)])

            try await outbox.commit(.init(row: 1, event: .intent, at: created + 3))
            try await outbox.commit(
                .init(row: 1, event: .settled(Settlement(.accepted, messageID: "m-1")), at: created + 4))
            let accepted = ResultRow.pending(1).with {
                $0.status = .accepted
                $0.messageID = "m-1"
                $0.attempts = 2
                $0.updatedAt = created + 4
            }
            #expect(try file.results() == [accepted, .pending(2)])
            #expect(try file.tally() == Tally([.accepted: 1, .pending: 1]))
        }
    }

    @Test func `messages come in their order, page by page`() async throws {
        try await withScratch { directory in
            let rows: [PreparedRow] = [.pending(1), .rejected(2), .pending(3), .skipped(4), .pending(5), .pending(6)]
            let outbox = Outbox(try CampaignFile.sample(rows, in: directory))
            try await outbox.commit(.init(row: 5, event: .settled(Settlement(.failed, reason: .bad)), at: created))
            #expect(try await outbox.messages(after: 0, limit: 2, [.pending]).map(\.row) == [1, 3])
            #expect(try await outbox.messages(after: 3, limit: 2, [.pending]).map(\.row) == [6])
            #expect(try await outbox.messages(after: 6, limit: 2, [.pending]).isEmpty)
            #expect(try await outbox.messages(after: 0, limit: 9, [.pending, .failed]).map(\.row) == [1, 3, 5, 6])
            #expect(try await outbox.messages(after: 0, limit: 9, []).isEmpty)
        }
    }

    @Test func `a message knows what became of it before`() async throws {
        try await withScratch { directory in
            let outbox = Outbox(try CampaignFile.sample((1...5).map { .pending($0) }, in: directory))
            for row in 2...5 { try await outbox.commit(.init(row: row, event: .intent, at: created + row)) }
            try await outbox.commit(.init(row: 3, event: .settled(Settlement(.unknown)), at: created + 9))
            try await outbox.commit(.init(row: 4, event: .settled(Settlement(.failed)), at: created + 9))
            try await outbox.commit(.init(row: 4, event: .intent, at: created + 10))
            try await outbox.commit(.init(row: 4, event: .settled(Settlement(.failed)), at: created + 11))
            try await outbox.commit(.init(row: 5, event: .settled(Settlement(.unknown)), at: created + 9))
            try await outbox.commit(.init(row: 5, event: .intent, at: created + 10))
            let messages = try await outbox.messages(after: 0, limit: 9, Set(Status.allCases))
            let expected = [
                OutboxMessage(
                    row: 1, body: Array(PreparedRow.pending(1).body), status: .pending, mayHaveBeenSent: false,
                    firstAttemptAt: nil),
                OutboxMessage(
                    row: 2, body: Array(PreparedRow.pending(2).body), status: .unknown, mayHaveBeenSent: true,
                    isOrphan: true,
                    firstAttemptAt: created + 2),
                OutboxMessage(
                    row: 3, body: Array(PreparedRow.pending(3).body), status: .unknown, mayHaveBeenSent: true,
                    firstAttemptAt: created + 3),
                OutboxMessage(
                    row: 4, body: Array(PreparedRow.pending(4).body), status: .failed, mayHaveBeenSent: false,
                    firstAttemptAt: created + 10),
                OutboxMessage(
                    row: 5, body: Array(PreparedRow.pending(5).body), status: .unknown, mayHaveBeenSent: true,
                    isOrphan: true, firstAttemptAt: created + 5),
            ]
            #expect(messages == expected)
        }
    }

    @Test func `concurrent changes share transactions, and each row's keep their order`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample((1...300).map { .pending($0) }, in: directory)
            let outbox = Outbox(file)
            let commits = CommitCounter()
            file.database.add(transactionObserver: commits, extent: .databaseLifetime)
            try await withThrowingTaskGroup { group in
                for row in 1...300 {
                    group.addTask {
                        try await outbox.commit(.init(row: row, event: .intent, at: created + 1))
                        let settled = Settlement(.accepted, messageID: "m-\(row)")
                        try await outbox.commit(.init(row: row, event: .settled(settled), at: created + 2))
                    }
                }
                try await group.waitForAll()
            }
            let expected = (1...300).map { row in
                ResultRow.pending(row).with {
                    $0.status = .accepted
                    $0.messageID = "m-\(row)"
                    $0.attempts = 1
                    $0.updatedAt = created + 2
                }
            }
            #expect(try file.results() == expected)
            // About five; one of its own for each change would be 600.
            #expect(commits.count < 300)
        }
    }

    @Test func `every change of a transaction that fails is told`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample((1...50).map { .pending($0) }, in: directory)
            let outbox = Outbox(file)
            try file.write {
                try $0.execute(
                    sql: """
                        CREATE TRIGGER full BEFORE UPDATE ON delivery BEGIN SELECT RAISE(ABORT, 'Disk FULL'); END
                        """)
            }
            let errors = await withTaskGroup { group in
                for row in 1...50 {
                    group.addTask { await outbox.error(of: .init(row: row, event: .intent, at: created)) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let error = CampaignFileError.cannotWrite(path: file.path.string, cause: "disk full")
            #expect(errors == Array(repeating: error, count: 50))
            try file.write { try $0.execute(sql: "DROP TRIGGER full") }
            #expect(await outbox.error(of: .init(row: 1, event: .intent, at: created)) == nil)
            #expect(try file.status(of: 1) == "sending")
        }
    }
}

extension Outbox {
    /// Why a change could not be recorded; nil if it was.
    fileprivate func error(of change: Change) async -> CampaignFileError? {
        do {
            try await commit(change)
            return nil
        } catch {
            return error
        }
    }
}

extension CampaignFile {
    /// The word that stands in the file.
    func status(of row: Int) throws -> String? {
        try write { try String.fetchOne($0, sql: "SELECT status FROM delivery WHERE row = ?", arguments: [row]) }
    }
}

private final class CommitCounter: TransactionObserver, Sendable {
    private let commits = Atomic(0)

    var count: Int { commits.load(ordering: .sequentiallyConsistent) }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidCommit(_ db: Database) { commits.add(1, ordering: .sequentiallyConsistent) }
    func databaseDidRollback(_ db: Database) {}
}
