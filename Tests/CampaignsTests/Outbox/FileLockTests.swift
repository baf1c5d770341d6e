import Glibc
import SystemPackage
import Testing

@testable import Campaigns

/// POSIX drops all of a process's record locks on a file when it closes any descriptor of that file; SQLite's are
/// among them (https://sqlite.org/howtocorrupt.html §2.2).
@Suite struct FileLockTests {
    /// Whether this process has record locks on the file, seen from a lock of another owner.
    private func isLocked(_ path: FilePath) throws -> Bool {
        let descriptor = try FileDescriptor.open(path, .readWrite)
        // Closing this would drop the very locks that are asked for, so it stays open until the process ends.
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        let getlk: CInt = 36  // F_OFD_GETLK
        guard unsafe fcntl(descriptor.rawValue, getlk, &lock) == 0 else { throw Errno(rawValue: errno) }
        return lock.l_type != Int16(F_UNLCK)
    }

    @Test func `an open campaign file is locked against other databases`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            #expect(try isLocked(file.path))
            try file.close()
            #expect(try !isLocked(file.path))
        }
    }

    @Test func `a reader in the same process leaves the locks alone`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            let reader = try CampaignReader.open(at: file.path, isOurs: true)
            let isLocked = try isLocked(file.path)
            #expect(isLocked)
            try reader.close()
            try file.close()
        }
    }
}
