import Glibc
import SystemPackage

extension FilePath {
    /// Whether both paths lead to one file, however they are written.
    func isSameFile(as other: FilePath) -> Bool {
        do {
            let (mine, its) = (try stat(), try other.stat())
            return mine.deviceID == its.deviceID && mine.inode == its.inode
        } catch {
            // One of them does not exist, so only their names can be the same.
            return absolute == other.absolute
        }
    }

    /// The same place, however the working directory is called.
    var absolute: FilePath {
        guard isRelative, let directory = unsafe getcwd(nil, 0) else { return lexicallyNormalized() }
        defer { unsafe free(directory) }
        return FilePath(unsafe String(cString: directory)).pushing(self).lexicallyNormalized()
    }

    /// Where the path leads when links are followed; the path itself where nothing stands there.
    var resolvingLinks: FilePath {
        guard let resolved = unsafe realpath(string, nil) else { return self }
        defer { unsafe free(resolved) }
        return FilePath(unsafe String(cString: resolved))
    }
}
