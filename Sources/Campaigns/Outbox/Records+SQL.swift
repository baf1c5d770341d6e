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
        return CampaignRecord(
            uuid: row["uuid"], createdAt: row["created_at"], sender: row["sender"], templateFile: row["template_file"],
            template: row["template"], recipientsFile: row["recipients_file"],
            recipientsSHA256: row["recipients_sha256"], header: Array(row["header"] as Data),
            delimiter: UInt8(clamping: row["delimiter"] as Int), webhookURL: row["webhook_url"],
            messagingProfileID: row["messaging_profile_id"], service: row["service"])
    }
}

extension Tally {
    static func fetch(_ db: Database) throws -> Tally {
        var tally = Tally()
        let rows = try Row.fetchCursor(db, sql: "SELECT status, count(*) AS count FROM delivery GROUP BY status")
        while let row = try rows.next() {
            tally[Status(stored: row["status"]).shown] += row["count"]
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

    init(_ row: Row) {
        self.init(
            row: row[0], cells: Array(row[1] as Data), recipient: row[2], status: Status(stored: row[3]).shown,
            messageID: row[4], errorCode: row[5], error: row[6], attempts: row[7], updatedAt: row[8])
    }
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

    /// Whether *prepare* came to its end.
    static func isComplete(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT prepared_at FROM campaign") != nil
    }
}

extension [UInt8] {
    /// The bytes as SQLite takes them.
    var blob: Data { Data(self) }
}

extension OutboxMessage {
    init(_ row: Row) {
        let status = Status(stored: row[2])
        self.init(
            row: row[0], body: Array(row[1] as Data), status: status.shown, mayHaveBeenSent: status.mayHaveBeenSent,
            isOrphan: status == .sending, firstAttemptAt: row[3])
    }
}
