import GRDB
import Telnyx

/// The messages of a campaign as a drain sees them: what is left, and the record of every attempt.
///
/// Changes of concurrent messages share one transaction (group commit): what arrives while a commit is running
/// waits for the next one, and the first that waits leads it. `commit` returns when its change is on disk.
actor Outbox {
    private let file: CampaignFile
    private var gathered: [Change] = []
    private var waiting: [CheckedContinuation<Turn, Never>] = []
    private var isCommitting = false

    /// What happened to one message.
    struct Change: Sendable, Equatable {
        let row: Int
        let event: Event
        /// Milliseconds since 1970.
        let at: Int

        enum Event: Sendable, Equatable {
            /// It is about to be sent.
            case intent
            case settled(Settlement)
        }
    }

    /// What a change that waited is told.
    private enum Turn {
        case committed(Result<Void, CampaignFileError>)
        case lead
    }

    init(_ file: CampaignFile) { self.file = file }

    /// Records a change on disk.
    func commit(_ change: Change) async throws(CampaignFileError) {
        gathered.append(change)
        if isCommitting, case .committed(let result) = await turn() { return try result.get() }
        isCommitting = true
        let changes = gathered
        let followers = waiting
        gathered = []
        waiting = []
        let result = await write(changes)
        for follower in followers { follower.resume(returning: .committed(result)) }
        if waiting.isEmpty { isCommitting = false } else { waiting.removeFirst().resume(returning: .lead) }
        return try result.get()
    }

    private func turn() async -> Turn {
        await withCheckedContinuation { waiting.append($0) }
    }

    private func write(_ changes: [Change]) async -> Result<Void, CampaignFileError> {
        do {
            try await file.database.write { db in
                for change in changes { try change.write(db) }
            }
            return .success(())
        } catch {
            return .failure(CampaignFileError(error, path: file.path, write: true))
        }
    }
}

extension Outbox {
    /// The next messages of these statuses behind `row`, in their order; none when there are no more.
    func messages(
        after row: Int, limit: Int, _ statuses: Set<Status>
    ) async throws(CampaignFileError) -> [OutboxMessage] {
        do {
            return try await file.database.read {
                try OutboxMessage.fetch($0, after: row, limit: limit, statuses)
            }
        } catch {
            throw CampaignFileError(error, path: file.path, write: false)
        }
    }
}

extension Outbox.Change {
    func write(_ db: Database) throws {
        switch event {
        case .intent:
            try db.cachedStatement(
                sql: """
                    UPDATE delivery SET status = 'sending', attempts = attempts + 1,
                        first_attempt_at = iif(status IN ('sending', 'unknown'), coalesce(first_attempt_at, ?1), ?1),
                        error_code = NULL, error = NULL, updated_at = ?1 WHERE row = ?2
                    """
            ).execute(arguments: [at, row])
        case .settled(let settlement):
            try db.cachedStatement(
                sql: """
                    UPDATE delivery SET status = ?, message_id = ?, wait_seconds = ?, error_code = ?, error = ?, updated_at = ?
                    WHERE row = ?
                    """
            ).execute(
                arguments: [
                    settlement.status.rawValue, settlement.messageID, settlement.waitSeconds, settlement.reason?.code,
                    settlement.reason?.sentence, at, row,
                ])
        }
    }
}
