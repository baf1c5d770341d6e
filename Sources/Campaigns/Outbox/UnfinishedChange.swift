import GRDB
import SystemPackage

/// The journal of a change that a program was killed in, such as the one from a log to a single file at a run's end.
///
/// Who only reads cannot take the change back, and SQLite refuses to read the file before.
struct UnfinishedChange {
    private let database: FilePath

    init(of database: FilePath) { self.database = database }

    /// Takes the change back, unless a process has the file, which then is not killed.
    func takeBack() throws(CampaignFileError) {
        do {
            let journal = database.databaseFile("-journal")
            guard try journal.kind() == .regular, try journal.stat().size > 0, try database.kind() == .regular,
                let lock = try FileLock(database)
            else { return }
            // SQLite does it at the first look.
            let queue = try DatabaseQueue(path: database.absolute.string)
            _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
            try queue.close()
            _ = consume lock
        } catch {
            throw CampaignFileError(error, path: database, write: false)
        }
    }
}
