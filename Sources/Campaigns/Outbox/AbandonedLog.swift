import Glibc
import SystemPackage

/// What SQLite has left beside a database that is gone.
///
/// It goes by names: a new database of that name would take the log for its own, and change or remove it, though it may
/// be all that says what was sent.
struct AbandonedLog {
    private let database: FilePath

    /// - Parameter database: where the database was.
    init(of database: FilePath) { self.database = database }

    /// Moves the log out of the way; returns its new paths.
    ///
    /// - Throws: `CampaignFileError.cannotCreate` where a process is still writing it.
    func setAside() throws(CampaignFileError) -> [FilePath] {
        do {
            guard try database.kind() == nil else { return [] }
            guard try !isInUse else {
                throw CampaignFileError.cannotCreate(
                    path: database.string,
                    cause: "a campaign is being sent whose file was here, and its log still is. Move its file back, or "
                        + "give another --campaign")
            }
            return try ["-wal", "-journal"].map(database.databaseFile).filter {
                try $0.kind() != nil && $0.stat().size > 0
            }
            .map { try $0.movedAside() }
        } catch let error as CampaignFileError {
            throw error
        } catch {
            throw .cannotCreate(path: database.string, cause: "\(error)")
        }
    }

    /// Whether a process has the log open: it holds locks on the index of the log.
    private var isInUse: Bool {
        get throws {
            let index = database.databaseFile("-shm")
            guard try index.kind() == .regular else { return false }
            let descriptor = try FileDescriptor.open(index, .readOnly, options: [.closeOnExec])
            return try descriptor.closeAfter {
                var lock = flock()
                lock.l_type = Int16(F_WRLCK)
                lock.l_whence = Int16(SEEK_SET)
                guard unsafe fcntl(descriptor.rawValue, F_GETLK, &lock) == 0 else { throw Errno(rawValue: errno) }
                return lock.l_type != Int16(F_UNLCK)
            }
        }
    }
}

extension FilePath {
    /// Renames the file to the first of `NAME.1`, `NAME.2` … that is free.
    fileprivate func movedAside() throws -> FilePath {
        let paths = (1...).lazy.map { FilePath("\(string).\($0)") }
        for path in paths where try path.kind() == nil {
            try rename(to: path)
            return path
        }
        return self
    }
}

extension Finding {
    /// What becomes of a log whose campaign file is gone.
    static func setAside(_ log: FilePath, of path: FilePath) -> Finding {
        Finding(
            file: path.string, severity: .warning, code: "abandoned_log",
            message: "A campaign file of this name is gone, and its log was left here. It is now \(log): put it back "
                + "beside that file as NAME-wal before you resume it, or delete it.")
    }
}
