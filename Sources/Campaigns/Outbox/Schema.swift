import GRDB

/// The tables of a campaign file.
enum Schema {
    /// Marks an SQLite file as a campaign: "camp" in ASCII.
    static let applicationID = 0x6361_6D70
    /// Raised whenever an older program could misread a newer file.
    static let version = 2

    static func create(_ db: Database) throws {
        try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
        for table in [campaign, message, delivery] { try db.execute(sql: table) }
    }

    /// One row: what it was made from.
    private static let campaign = """
        CREATE TABLE campaign (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            uuid TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            sender TEXT NOT NULL,
            template_file TEXT NOT NULL,
            template TEXT NOT NULL,
            recipients_file TEXT NOT NULL,
            recipients_sha256 TEXT NOT NULL,
            header BLOB NOT NULL,
            delimiter INTEGER NOT NULL,
            webhook_url TEXT,
            messaging_profile_id TEXT,
            service TEXT,
            prepared_at INTEGER,
            runner INTEGER
        ) STRICT
        """

    /// Written once, by *prepare*.
    private static let message = """
        CREATE TABLE message (
            row INTEGER PRIMARY KEY,
            line INTEGER NOT NULL,
            cells BLOB NOT NULL,
            recipient TEXT NOT NULL,
            body BLOB NOT NULL
        ) STRICT
        """

    /// Small, and changed by every attempt.
    private static let delivery = """
        CREATE TABLE delivery (
            row INTEGER PRIMARY KEY,
            status TEXT NOT NULL,
            message_id TEXT,
            wait_seconds REAL,
            error_code TEXT,
            error TEXT,
            attempts INTEGER NOT NULL DEFAULT 0,
            first_attempt_at INTEGER,
            updated_at INTEGER NOT NULL
        ) STRICT
        """
}

extension Schema {
    /// The condition that the first attempt of a delivery is in no range; its arguments are the ends of the range.
    static let isOutsideRange = "(first_attempt_at >= ? AND first_attempt_at < ?) IS NOT TRUE"

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
        // Rows are numbered from 1, so `message`, which is large, need not be counted. One value a query: so SQLite looks
        // up the first and the last, and counts by whole pages.
        let areWhole = try Bool.fetchOne(
            db,
            sql: """
                SELECT count = coalesce(last, 0) AND coalesce(first, 1) = 1
                    AND last IS (SELECT max(row) FROM message) AND first IS (SELECT min(row) FROM message)
                FROM (SELECT (SELECT count(*) FROM delivery) AS count, (SELECT min(row) FROM delivery) AS first,
                    (SELECT max(row) FROM delivery) AS last)
                """)
        guard areWhole ?? false else { throw Damage() }
    }
}
