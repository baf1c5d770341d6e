import FoundationEssentials
import GRDB

/// A message to send.
struct OutboxMessage: Sendable, Equatable {
    let row: Int
    let body: [UInt8]
    /// `pending`, `failed` or `unknown`: where it stood before this run.
    let status: Status
    /// Whether an earlier attempt may have been taken.
    var mayHaveBeenSent: Bool
    /// Whether its process died between intent and outcome.
    var isOrphan = false
    /// Milliseconds since 1970; nil if it was never tried.
    var firstAttemptAt: Int?
}

extension OutboxMessage {
    static func fetch(
        _ db: Database, after row: Int, limit: Int, _ statuses: Set<Status>
    ) throws -> [OutboxMessage] {
        let words = statuses.map(\.rawValue)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT row, body, status, first_attempt_at FROM delivery JOIN message USING (row)
                WHERE row > ? AND status IN (\(databaseQuestionMarks(count: words.count))) ORDER BY row LIMIT ?
                """,
            arguments: [row] + StatementArguments(words) + [limit])
        return try Array(rows.map(OutboxMessage.init))
    }

    init(_ row: Row) throws {
        let status = Status(stored: try row.decode(atIndex: 2))
        self.init(
            row: try row.decode(atIndex: 0), body: Array(try row.decode(Data.self, atIndex: 1)), status: status.shown,
            mayHaveBeenSent: status.mayHaveBeenSent, isOrphan: status == .sending,
            // Only a damaged file says so; long ago is what a repeat is most careful about.
            firstAttemptAt: (try row.decode(atIndex: 3) as Int?).map { max(0, $0) })
    }
}
