import Glibc
import SystemPackage

extension FilePath {
    /// Gives the file at this path another, and replaces what stands there.
    ///
    /// - Throws: `Errno`.
    func rename(to other: FilePath) throws {
        if unsafe Glibc.rename(string, other.string) != 0 { throw Errno(rawValue: errno) }
    }

    /// Removes the file at this path.
    ///
    /// - Throws: `Errno`.
    func unlink() throws {
        if unsafe Glibc.unlink(string) != 0 { throw Errno(rawValue: errno) }
    }
}
