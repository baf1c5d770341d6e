import GRDB
import SystemPackage

/// Why a campaign file cannot be used.
package enum CampaignFileError: Error, Equatable, CustomStringConvertible {
    /// A campaign file stands where one would be created.
    case exists(path: String, isComplete: Bool)
    /// Something else stands where the file would be created.
    case foreign(path: String)
    /// The system does not let it come into being.
    case cannotCreate(path: String, cause: String)
    /// Nothing stands there.
    case missing(path: String)
    /// It cannot be opened or read, or is damaged.
    case unreadable(path: String, cause: String)
    /// Something else stands there.
    case notACampaign(path: String)
    /// A later version of the program has made it.
    case newer(path: String)
    /// *prepare* did not come to its end, so nothing was sent.
    case incomplete(path: String)
    /// What SQLite keeps beside it is gone or damaged, and with it what was sent.
    case withoutLog(path: String)
    /// The log beside it is another campaign's.
    case foreignLog(path: String)
    /// Another process is sending it.
    case busy(path: String, pid: Int?)
    /// The disk does not take what must be recorded.
    case cannotWrite(path: String, cause: String)

    /// The same as ``message``.
    package var description: String { message }

    /// What is wrong and what to do.
    package var message: String {
        switch self {
        case .exists(let path, true):
            "\(path) exists already. To see where it stands: campaign status \(path.quotedForShell). To go on with it: "
                + "campaign resume \(path.quotedForShell), with the same options as before. To send anew, give another "
                + "--campaign."
        case .exists(let path, false):
            "\(path) exists already and is not complete: nothing was sent from it. Delete it, or give another --campaign."
        case .foreign(let path): "\(path) exists already and is not a campaign file. Give another --campaign."
        case .cannotCreate(let path, let cause): "\(path) cannot be created: \(cause)."
        case .missing(let path): "\(path) does not exist."
        case .unreadable(let path, let cause): "\(path) cannot be read: \(cause)."
        case .notACampaign(let path): "\(path) is not a campaign file."
        case .newer(let path): "\(path) was made by a newer version of campaign. Use that version."
        case .incomplete(let path):
            "\(path) is not complete: its preparation was interrupted and nothing was sent. Delete it and send again."
        case .withoutLog(let path):
            "\(path)-wal, which says what was sent from \(path), is not beside it or is damaged. Put both into one "
                + "folder, whole: without it messages would go out twice. If another program has put it into \(path), see "
                + "the limits in the README."
        case .foreignLog(let path):
            "\(path)-wal belongs to another campaign file, which stood here before. Move it back beside that one: with it "
                + "\(path) would tell other messages sent than were."
        case .busy(let path, let pid):
            "\(path) is being prepared or sent by another process\(pid.map { " (pid \($0))" } ?? ""). Wait for it or stop it."
        case .cannotWrite(let path, let cause):
            "\(path) cannot be written any more: \(cause). Nothing unrecorded was sent."
        }
    }
}

extension DatabaseError {
    /// Whether the disk takes no more, though it may be only a file beside the database that SQLite needs.
    fileprivate var isOfWriting: Bool {
        [.SQLITE_FULL, .SQLITE_READONLY].contains(resultCode)
            || [
                .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMOPEN,
                .SQLITE_IOERR_SHMSIZE,
            ].contains(extendedResultCode)
    }

    /// SQLite's words in lower case, for the second half of a sentence.
    var cause: String { message?.lowercased() ?? "SQLite error \(resultCode.rawValue)" }
}

extension CampaignFileError {
    /// The file contradicts itself.
    static func damaged(_ path: FilePath) -> CampaignFileError {
        .unreadable(path: path.string, cause: "it is damaged")
    }

    /// Runs `body` and says its failures in the words of a campaign file.
    static func mapping<Value>(
        _ path: FilePath, write: Bool = false, _ body: () throws -> Value
    ) throws(CampaignFileError) -> Value {
        do {
            return try body()
        } catch {
            throw CampaignFileError(error, path: path, write: write)
        }
    }

    /// The same failure of a file that did not come into being.
    var onCreation: CampaignFileError {
        switch self {
        case .cannotWrite(let path, let cause), .unreadable(let path, let cause):
            .cannotCreate(path: path, cause: cause)
        default: self
        }
    }

    init(_ error: any Error, path: FilePath, write: Bool) {
        switch error {
        case let error as CampaignFileError: self = error
        case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
            self = .notACampaign(path: path.string)
        case let error as DatabaseError where write || error.isOfWriting:
            self = .cannotWrite(path: path.string, cause: error.cause)
        case is RowDecodingError, is Schema.Damage: self = .damaged(path)
        case let error as DatabaseError: self = .unreadable(path: path.string, cause: error.cause)
        default: self = .unreadable(path: path.string, cause: "\(error)")
        }
    }
}
