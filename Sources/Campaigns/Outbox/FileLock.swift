import Glibc
import SystemPackage

/// A lock on a file that dies with its process, however it dies.
///
/// `flock` is apart from the record locks that SQLite takes on the same file; but closing any descriptor of a file
/// drops SQLite's, so the lock must be released after the database is closed.
struct FileLock: ~Copyable, Sendable {
    private let descriptor: FileDescriptor

    /// Locks the file at `path`; nil if another process has it.
    ///
    /// - Throws: `Errno` when the file cannot be opened, or its file system has no locks.
    init?(_ path: FilePath) throws {
        // A pipe is not waited for.
        let descriptor = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
        guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            let error = Errno(rawValue: errno)
            try descriptor.close()
            guard error == .wouldBlock else { throw error }
            return nil
        }
        self.descriptor = descriptor
    }

    /// Whether the locked file is the one at `path`.
    borrowing func isOn(_ path: FilePath) -> Bool {
        do {
            return try descriptor.stat().isSameFile(as: path.stat())
        } catch {
            return false
        }
    }

    deinit {
        // The descriptor is this type's own and open, so closing it cannot fail in a way that matters.
        _ = close(descriptor.rawValue)
    }
}
