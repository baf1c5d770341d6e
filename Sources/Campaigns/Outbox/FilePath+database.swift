package import SystemPackage

extension FilePath {
    /// The database at this path and the files that SQLite may keep beside it.
    package var databaseFiles: [FilePath] {
        [self] + ["-wal", "-shm", "-journal"].map(databaseFile)
    }

    /// The file that SQLite keeps beside the database at this path, by the end of its name.
    func databaseFile(_ suffix: String) -> FilePath { FilePath("\(resolvingLinks)\(suffix)") }
}
