import Glibc
import SystemPackage

extension Stat {
    /// Whether both describe one file.
    func isSameFile(as other: Stat) -> Bool { deviceID == other.deviceID && inode == other.inode }
}

extension FilePath {
    /// Whether both paths lead to one file, however they are written.
    func isSameFile(as other: FilePath) -> Bool {
        do {
            return try stat().isSameFile(as: other.stat())
        } catch {
            // One of them does not exist, so only their names can be the same.
            return place == other.place
        }
    }

    /// Where a file of this path would come to stand, links of its folder followed.
    private var place: FilePath {
        let folder = absolute.removingLastComponent().resolvingLinks.lexicallyNormalized()
        return lastComponent.map { folder.appending($0) } ?? folder
    }

    /// The same place, however the working directory is called.
    var absolute: FilePath {
        guard isRelative, let directory = unsafe getcwd(nil, 0) else { return self }
        defer { unsafe free(directory) }
        return FilePath(unsafe String(cString: directory)).pushing(self)
    }

    /// Where the path leads when links are followed; the path itself where nothing stands there.
    var resolvingLinks: FilePath {
        guard let resolved = unsafe realpath(string, nil) else { return self }
        defer { unsafe free(resolved) }
        return FilePath(unsafe String(cString: resolved))
    }
}
