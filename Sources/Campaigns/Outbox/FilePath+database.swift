import Glibc
package import SystemPackage

extension FilePath {
    /// The database at this path and the files that SQLite may keep beside it.
    package var databaseFiles: [FilePath] {
        [self] + ["-wal", "-shm", "-journal"].map { FilePath("\(resolvingLinks)\($0)") }
    }

    /// Removes the file at this path.
    ///
    /// - Throws: `Errno`.
    func unlink() throws {
        if unsafe Glibc.unlink(string) != 0 { throw Errno(rawValue: errno) }
    }
}
