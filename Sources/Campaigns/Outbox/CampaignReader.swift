import GRDB
package import SystemPackage

/// A campaign file opened for reading, also while another process sends from it.
package final class CampaignReader: Sendable {
    /// Where the file is.
    package let path: FilePath
    private let database: DatabaseQueue

    private init(path: FilePath, database: DatabaseQueue) {
        self.path = path
        self.database = database
    }

    /// Opens a complete campaign file.
    ///
    /// - Parameter isOurs: Whether this process has written it; then it is known to be in order, and may still be open.
    package static func open(at path: FilePath, isOurs: Bool = false) throws(CampaignFileError) -> CampaignReader {
        let reader = try connect(path, isOurs: isOurs)
        if try reader.isComplete {
            try reader.checkNumbers()
            return reader
        }
        try reader.close()
        throw busy(path, pid: runner(of: path), else: .incomplete(path: path.string))
    }

    /// Whether *prepare* came to its end.
    var isComplete: Bool {
        get throws(CampaignFileError) { try read { try Schema.isComplete($0) } }
    }

    /// Makes sure that no row is missing.
    func checkNumbers() throws(CampaignFileError) { try read { try Schema.checkNumbers($0) } }

    /// Ends reading.
    package func close() throws(CampaignFileError) {
        try CampaignFileError.mapping(path) { try database.close() }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(CampaignFileError) -> Value {
        try CampaignFileError.mapping(path) { try database.read(body) }
    }

    /// Ends reading where a failure no longer matters.
    func release() {
        do {
            try close()
        } catch {
            // Nothing was written, so nothing can be lost.
        }
    }

    /// Opens any campaign file of a version that this program knows.
    ///
    /// The file itself is opened by SQLite only: closing any other descriptor of it would drop SQLite's locks.
    static func connect(_ path: FilePath, isOurs: Bool = false) throws(CampaignFileError) -> CampaignReader {
        if !isOurs { try UnfinishedChange(of: path).takeBack() }
        guard let file = try status(of: path) else { throw .missing(path: path.string) }
        guard file.type != .directory else { throw .unreadable(path: path.string, cause: "it is a directory") }
        // To open a pipe would wait for whoever writes to it.
        guard file.type == .regular else { throw .notACampaign(path: path.string) }
        let log = WriteAheadLog(of: path)
        let hadLog = try log.isReadable
        if hadLog, !isOurs, try log.isForeign { throw .foreignLog(path: path.string) }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let database = try CampaignFileError.mapping(path) {
            try DatabaseQueue(path: path.absolute.string, configuration: configuration)
        }
        let reader = CampaignReader(path: path, database: database)
        let identity = try reader.read { try Schema.identity($0) }
        // Killed between creating the file and its tables; SQLite takes any text shorter than its header for empty, too.
        guard !identity.isEmpty || (1..<512).contains(file.size) else {
            try reader.close()
            throw busy(path, pid: nil, else: .incomplete(path: path.string))
        }
        guard identity.applicationID == Schema.applicationID else { throw .notACampaign(path: path.string) }
        guard identity.version <= Schema.version else { throw .newer(path: path.string) }
        // Another process may have begun to send meanwhile, and its log is there now.
        guard !hadLog, try reader.isComplete, let runner = try reader.runner, try !log.isReadable else { return reader }
        // Or it has come to its end, and put the log into the file.
        guard try reader.runner != nil else { return reader }
        try reader.close()
        throw busy(path, pid: runner, else: .withoutLog(path: path.string))
    }

    /// What is wrong with a file, unless a process has it, which may be about to put that right.
    ///
    /// Only to be asked when SQLite has closed the file.
    private static func busy(
        _ path: FilePath, pid: @autoclosure () -> Int?, else error: CampaignFileError
    ) -> CampaignFileError {
        CampaignFile.isLocked(path) ? .busy(path: path.string, pid: pid()) : error
    }

    private static func status(of path: FilePath) throws(CampaignFileError) -> Stat? {
        do {
            return try path.stat()
        } catch Errno.noSuchFileOrDirectory {
            return nil
        } catch {
            throw .unreadable(path: path.string, cause: "\(error)")
        }
    }

    /// The process that sends from the file, or did so when it was killed.
    private var runner: Int? {
        get throws(CampaignFileError) { try read { try Int.fetchOne($0, sql: "SELECT runner FROM campaign") } }
    }
}

extension CampaignReader {
    /// The process that sends from the file at `path`, if it says so.
    static func runner(of path: FilePath) -> Int? {
        do {
            return try connect(path).runner
        } catch {
            // Only a hint for people: without it the message says "another process".
            return nil
        }
    }

    /// What the campaign was made from.
    package func record() throws(CampaignFileError) -> CampaignRecord {
        guard let record = try read({ try CampaignRecord.fetch($0) }) else { throw .damaged(path) }
        return record
    }

    /// How many rows stand where.
    package func tally() throws(CampaignFileError) -> Tally {
        try read { try Tally.fetch($0) }
    }

    /// Rows read at a time, so that a slow reader of ours never holds the file.
    private static var pageSize: Int { 2000 }

    /// All rows in their order, or those of some statuses, one at a time.
    ///
    /// What `body` throws is thrown on.
    package func results(of statuses: Set<Status> = [], _ body: (ResultRow) throws -> Void) throws {
        var last = 0
        while true {
            let page = try read { try ResultRow.fetch($0, after: last, limit: Self.pageSize) }
            guard let end = page.last?.row else { return }
            for row in page where statuses.isEmpty || statuses.contains(row.status) { try body(row) }
            last = end
        }
    }
}
