import SystemPackage

extension FilePath {
    /// What stands at this path, links followed; nil if nothing does.
    func kind() throws -> FileType? {
        do {
            return try stat().type
        } catch Errno.noSuchFileOrDirectory {
            return nil
        }
    }

    /// The first bytes of a regular file; none of anything else, or of a file that has gone.
    func start(atMost count: Int) throws -> [UInt8] {
        guard try kind() == .regular else { return [] }
        do {
            let descriptor = try FileDescriptor.open(self, .readOnly, options: [.closeOnExec])
            return try descriptor.closeAfter {
                unsafe try [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
                    length = unsafe try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
                }
            }
        } catch Errno.noSuchFileOrDirectory {
            return []
        }
    }
}
