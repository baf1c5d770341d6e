import GRDB
package import SystemPackage
import Telnyx

/// A campaign on disk: one SQLite file, one campaign, one process that writes.
///
/// A message goes `pending → sending → accepted | failed | unknown`, and back to `pending` when it surely was not
/// sent; `rejected` and `skipped` are set by *prepare* and stay.
package final class CampaignFile: Sendable {
    /// Where it is.
    package let path: FilePath
    let database: DatabaseQueue
    /// Declared after the database, so that it is released after it.
    private let lock: FileLock

    private init(at path: FilePath, _ lock: consuming FileLock) throws(CampaignFileError) {
        self.path = path
        self.lock = lock
        database = try CampaignFileError.mapping(path) {
            let queue = try DatabaseQueue(path: path.absolute.string, configuration: Self.configuration)
            // The library sets NORMAL for WAL, with which a power cut can undo a commit.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return queue
        }
    }

    /// A new file, for its owner only, locked; nothing may stand at `path`.
    package static func create(at path: FilePath, _ record: CampaignRecord) throws(CampaignFileError) -> CampaignFile {
        do {
            try FileDescriptor.open(
                path, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite
            ).close()
        } catch Errno.fileExists {
            throw obstacle(at: path)
        } catch {
            throw .cannotCreate(path: path.string, cause: "\(error)")
        }
        do {
            let file = try CampaignFile(at: path, lock(path))
            try file.write { db in
                try Schema.create(db)
                try record.insert(db)
            }
            return file
        } catch {
            try removeFiles(of: path)
            throw error.onCreation
        }
    }

    /// An existing, complete file, locked for this process until it is closed.
    package static func open(at path: FilePath) throws(CampaignFileError) -> CampaignFile {
        let reader = try CampaignReader.connect(path)
        defer { reader.release() }
        // Who prepares or sends it comes first: an incomplete file may be on its way to completion.
        let lock = try lock(path)
        if try WriteAheadLog(of: path).isBroken { throw .withoutLog(path: path.string) }
        let file = try CampaignFile(at: path, lock)
        guard try reader.isComplete else {
            try file.close()
            throw .incomplete(path: path.string)
        }
        try reader.checkNumbers()
        try file.claim()
        return file
    }

    /// Ends all work with the file; its lock goes with this object.
    package func close() throws(CampaignFileError) {
        try CampaignFileError.mapping(path) { try database.close() }
    }

    /// Removes the file: nothing was sent from it.
    ///
    /// What somebody has put in its place meanwhile stays: another process may be sending that.
    package func remove() throws(CampaignFileError) {
        let isInPlace = isInPlace
        try close()
        if isInPlace { try CampaignFile.removeFiles(of: path) }
    }

    private static func removeFiles(of path: FilePath) throws(CampaignFileError) {
        for file in path.databaseFiles {
            do {
                try file.unlink()
            } catch Errno.noSuchFileOrDirectory {
                continue
            } catch {
                throw .cannotWrite(path: path.string, cause: "\(error)")
            }
        }
    }

    /// Why no file can be created where one stands.
    private static func obstacle(at path: FilePath) -> CampaignFileError {
        if isLocked(path) { return .busy(path: path.string, pid: CampaignReader.runner(of: path)) }
        do {
            try CampaignReader.open(at: path).close()
            return .exists(path: path.string, isComplete: true)
        } catch {
            switch error {
            case .incomplete: return .exists(path: path.string, isComplete: false)
            // It may be all that says what was sent.
            case .damaged(path): return .exists(path: path.string, isComplete: true)
            case .unreadable(_, let cause):
                return .cannotCreate(path: path.string, cause: "what stands there cannot be read: \(cause)")
            case .newer, .withoutLog, .foreignLog, .busy: return error
            default: return .foreign(path: path.string)
            }
        }
    }

    /// Whether a process has the file.
    ///
    /// Not to be asked while this process has it open.
    static func isLocked(_ path: FilePath) -> Bool {
        do {
            return try FileLock(path) == nil
        } catch {
            // What cannot be opened or locked cannot be sent from either.
            return false
        }
    }

    /// Makes sure that the file is still the one at its path: somebody may have removed or replaced it meanwhile.
    func checkPlace() throws(CampaignFileError) {
        guard isInPlace else {
            throw .unreadable(path: path.string, cause: "it was removed or replaced meanwhile")
        }
    }

    /// Whether the file is still the one at its path.
    var isInPlace: Bool { lock.isOn(path) }

    private static func lock(_ path: FilePath) throws(CampaignFileError) -> FileLock {
        let lock: FileLock?
        do {
            lock = try FileLock(path)
        } catch {
            throw .unreadable(path: path.string, cause: "\(error)")
        }
        guard let lock else { throw .busy(path: path.string, pid: CampaignReader.runner(of: path)) }
        return lock
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.journalMode = .wal
        // Readers (`status`, `results`) never hold the file for long.
        configuration.busyMode = .timeout(10)
        return configuration
    }
}

extension CampaignFile {
    /// Runs one transaction.
    func write<Value>(_ body: (Database) throws -> Value) throws(CampaignFileError) -> Value {
        try CampaignFileError.mapping(path, write: true) { try database.write(body) }
    }

    /// Adds rows, which come in their order, in one transaction.
    package func append(_ rows: [PreparedRow], at now: Int) throws(CampaignFileError) {
        guard let first = rows.first, let last = rows.last else { return }
        try write { db in
            let message = try db.cachedStatement(
                sql: "INSERT INTO message (row, line, cells, recipient, body) VALUES (?, ?, ?, ?, ?)")
            let delivery = try db.cachedStatement(
                sql: "INSERT INTO delivery (row, status, error_code, error, updated_at) VALUES (?, ?, ?, ?, ?)")
            for row in rows {
                // Unchecked: so many arguments as the statement has.
                message.setUncheckedArguments([row.row, row.line, row.cells.blob, row.recipient, row.body.blob])
                try message.execute()
                guard row.status != .pending else { continue }
                try delivery.execute(
                    arguments: [row.row, row.status.rawValue, row.reason?.code, row.reason?.sentence, now])
            }
            // Most rows are pending: all that are not in the table yet, at once.
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO delivery (row, status, updated_at)
                    SELECT row, 'pending', ? FROM message WHERE row BETWEEN ? AND ?
                    """,
                arguments: [now, first.row, last.row])
        }
    }

    /// Marks the file complete: from here on it may be sent.
    package func finishPreparing(sha256: String, at now: Int) throws(CampaignFileError) {
        try write { db in
            try db.execute(
                sql: "UPDATE campaign SET recipients_sha256 = ?, prepared_at = ?", arguments: [sha256, now])
        }
        try writeThrough()
    }

    /// Puts what is in the log into the file itself: whoever copies it without its log is told of that by the file, and
    /// not that nothing was sent.
    func writeThrough(_ kind: Database.CheckpointMode = .full) throws(CampaignFileError) {
        try CampaignFileError.mapping(path, write: true) {
            _ = try database.writeWithoutTransaction { try $0.checkpoint(kind) }
        }
    }
}
