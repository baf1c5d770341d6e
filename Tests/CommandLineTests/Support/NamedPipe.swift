import Glibc
import Subprocess
import SystemPackage

/// A file whose end is not known before the test says so.
struct NamedPipe: Sendable {
    private let descriptor: FileDescriptor

    fileprivate init(at path: String) throws {
        guard unsafe mkfifo(path, 0o600) == 0 else { throw Errno(rawValue: errno) }
        // Open for both directions, so that neither this call nor the program's waits for the other side.
        descriptor = try FileDescriptor.open(FilePath(path), .readWrite, options: [.closeOnExec])
    }

    func write(_ text: String) throws { _ = try descriptor.writeAll(text.utf8) }

    /// Nothing comes any more: the end of the file.
    func close() throws { try descriptor.close() }
}

extension Scratch {
    /// A new named pipe in this directory; the caller closes it.
    func makePipe(_ name: String) throws -> NamedPipe { try NamedPipe(at: path(name)) }

    /// A new named pipe that nobody writes to; returns its path.
    func makeSilentPipe(_ name: String) throws -> String {
        guard unsafe mkfifo(path(name), 0o600) == 0 else { throw Errno(rawValue: errno) }
        return path(name)
    }

    /// A file of this directory as a program's standard input.
    func reading(_ name: String) throws -> FileDescriptorInput {
        .fileDescriptor(
            try FileDescriptor.open(FilePath(path(name)), .readOnly, options: [.closeOnExec]),
            closeAfterSpawningProcess: true)
    }
}
