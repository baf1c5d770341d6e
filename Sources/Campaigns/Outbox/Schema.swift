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
