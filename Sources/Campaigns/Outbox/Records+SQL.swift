import FoundationEssentials
import GRDB
import Glibc

extension CampaignRecord {
    func insert(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO campaign (id, uuid, created_at, sender, template_file, template, recipients_file,
                    recipients_sha256, header, delimiter, webhook_url, messaging_profile_id, service, runner)
                VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                uuid, createdAt, sender, templateFile, template, recipientsFile, recipientsSHA256, header.blob,
                Int(delimiter), webhookURL, messagingProfileID, service, Int(getpid()),
            ])
    }

    static func fetch(_ db: Database) throws -> CampaignRecord? {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM campaign") else { return nil }
        // Decoding that throws: a damaged file must not end the program.
        return CampaignRecord(
            uuid: try row.decode(forColumn: "uuid"), createdAt: try row.decode(forColumn: "created_at"),
            sender: try row.decode(forColumn: "sender"), templateFile: try row.decode(forColumn: "template_file"),
            template: try row.decode(forColumn: "template"),
            recipientsFile: try row.decode(forColumn: "recipients_file"),
            recipientsSHA256: try row.decode(forColumn: "recipients_sha256"),
            header: Array(try row.decode(Data.self, forColumn: "header")),
            delimiter: UInt8(clamping: try row.decode(Int.self, forColumn: "delimiter")),
            webhookURL: try row.decode(forColumn: "webhook_url"),
            messagingProfileID: try row.decode(forColumn: "messaging_profile_id"),
            service: try row.decode(forColumn: "service"))
    }
}

extension Tally {
    static func fetch(_ db: Database) throws -> Tally {
        var tally = Tally()
        let rows = try Row.fetchCursor(db, sql: "SELECT status, count(*) AS count FROM delivery GROUP BY status")
        while let row = try rows.next() {
            tally[Status(stored: try row.decode(atIndex: 0)).shown] += try row.decode(Int.self, atIndex: 1)
        }
        return tally
    }

    /// Rows of some statuses; those in flight until `last` count as `unknown`.
    static func fetch(_ db: Database, _ statuses: Set<Status>, orphansUntil last: Int) throws -> Tally {
        let words = statuses.union([.sending]).map(\.rawValue)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT iif(status = 'sending' AND first_attempt_at <= ?, 'unknown', status) AS settled, count(*)
                FROM delivery WHERE status IN (\(databaseQuestionMarks(count: words.count))) GROUP BY settled
                """,
            arguments: [last] + StatementArguments(words))
        var tally = Tally()
        while let row = try rows.next() {
            let status = Status(stored: try row.decode(atIndex: 0))
            if statuses.contains(status) { tally[status.shown] += try row.decode(Int.self, atIndex: 1) }
        }
        return tally
    }
}

extension ResultRow {
    static func fetch(_ db: Database, after row: Int, limit: Int) throws -> [ResultRow] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT row, cells, recipient, status, message_id, error_code, error, attempts, updated_at
                FROM message JOIN delivery USING (row) WHERE row > ? ORDER BY row LIMIT ?
                """,
            arguments: [row, limit])
        return try Array(rows.map(ResultRow.init))
    }

    init(_ row: Row) throws {
        let status = Status(stored: try row.decode(atIndex: 3))
        let reason = (
            code: try row.decode(String?.self, atIndex: 5), sentence: try row.decode(String?.self, atIndex: 6)
        )
        let isInFlight = status == .sending && reason.code == nil
        self.init(
            row: try row.decode(atIndex: 0), cells: Array(try row.decode(Data.self, atIndex: 1))[...],
            recipient: try row.decode(atIndex: 2), status: status.shown, messageID: try row.decode(atIndex: 4),
            errorCode: isInFlight ? "in_flight" : reason.code, error: isInFlight ? ResultRow.inFlight : reason.sentence,
            attempts: try row.decode(atIndex: 7), updatedAt: try row.decode(atIndex: 8))
    }

    private static let inFlight =
        "No outcome is recorded yet: the message is on its way, or the program ended before the answer."
}

extension Status {
    /// A word that only a damaged file holds means that nothing is known.
    init(stored word: String) { self = Status(rawValue: word) ?? .unknown }
}

extension Schema {
    /// What a file says it is.
    struct Identity {
        let applicationID: Int
        let version: Int
        /// Whether there is no table at all.
        let isEmpty: Bool
    }

    static func identity(_ db: Database) throws -> Identity {
        Identity(
            applicationID: try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
            version: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
            isEmpty: try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0)
    }

    /// The tables contradict each other: nothing that they say can be relied on.
    struct Damage: Error {}

    /// Whether *prepare* came to its end.
    ///
    /// - Throws: `Damage` also where the file says that it did not, and that something was sent.
    static func isComplete(_ db: Database) throws -> Bool {
        guard let campaign = try Row.fetchOne(db, sql: "SELECT prepared_at IS NOT NULL FROM campaign") else {
            // It is written together with the tables.
            throw Damage()
        }
        if try campaign.decode(atIndex: 0) { return true }
        let wasSent = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT * FROM delivery WHERE attempts > 0)")
        if wasSent ?? true { throw Damage() }
        return false
    }

    /// Makes sure that a complete file has the deliveries of all its messages: one without would never be sent.
    ///
    /// - Throws: `Damage`.
    static func checkNumbers(_ db: Database) throws {
        // Rows are numbered from 1, so `message`, which is large, need not be counted.
        let areWhole = try Bool.fetchOne(
            db,
            sql: """
                SELECT count(*) = coalesce(max(row), 0) AND coalesce(min(row), 1) = 1
                    AND max(row) IS (SELECT max(row) FROM message) AND min(row) IS (SELECT min(row) FROM message)
                FROM delivery
                """)
        guard areWhole ?? false else { throw Damage() }
    }
}

extension Collection<UInt8> {
    /// The bytes as SQLite takes them.
    var blob: Data { Data(self) }
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
