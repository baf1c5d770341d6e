import Glibc
import SystemPackage

extension FilePath {
    /// Removes the file at this path.
    ///
    /// - Throws: `Errno`.
    func unlink() throws {
        if unsafe Glibc.unlink(string) != 0 { throw Errno(rawValue: errno) }
    }
}
