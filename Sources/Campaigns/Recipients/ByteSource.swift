import Crypto
import Glibc
import SystemPackage

/// The bytes of a file or of standard input, chunk by chunk, with their SHA-256.
struct ByteSource: ~Copyable {
    /// What a chunk holds at most: large enough that system calls don't count, small enough that memory stays flat.
    private static let chunkSize = 256 << 10

    private let descriptor: FileDescriptor
    private let name: String
    private let stop: StopSignal
    private let version: FileVersion?
    private var hash = SHA256()

    /// - Parameter path: nil for standard input.
    init(_ path: FilePath?, _ stop: StopSignal) throws(InputError) {
        self.stop = stop
        name = path?.string ?? "standard input"
        do {
            // A pipe is not waited for here, where no stop would be noticed.
            let opened =
                try path.map { try FileDescriptor.open($0, .readOnly, options: [.closeOnExec, .nonBlocking]) }
                ?? .standardInput.duplicate()
            (descriptor, version) = (opened, try FileVersion(of: opened))
        } catch {
            throw .unreadable(file: name, cause: "\(error)")
        }
    }

    deinit {
        do {
            try descriptor.close()
        } catch {
            // Everything that was wanted has been read.
        }
    }

    /// The next bytes; none at the end.
    ///
    /// - Throws: `InputError.unreadable`, or `Refusal.signal` once a stop is asked for, also while it waits.
    mutating func next() async throws -> [UInt8] {
        while true {
            try await waitForBytes()
            do {
                let chunk = try read()
                hash.update(data: chunk)
                if chunk.isEmpty { try checkVersion() }
                return chunk
            } catch Errno.wouldBlock {
                // Another reader of the pipe was faster.
                continue
            } catch let error as Errno {
                throw InputError.unreadable(file: name, cause: "\(error)")
            }
        }
    }

    private func read() throws -> [UInt8] {
        let descriptor = descriptor
        return unsafe try [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
            count = unsafe try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
    }

    private func checkVersion() throws {
        if try FileVersion(of: descriptor) != version { throw InputError.changed(file: name) }
    }

    /// Returns when there is something to read; a pipe or a terminal may take its time.
    private func waitForBytes() async throws {
        repeat {
            // On a single core whoever asks for the stop needs this thread.
            await Task.yield()
            if let signal = stop.requested { throw Refusal.signal(signal) }
        } while !descriptor.isReadable(within: .milliseconds(200))
    }

    /// The hash of everything that was read, in hexadecimal.
    var sha256: String { hash.finalize().map(\.hexadecimal).joined() }
}

/// What tells whether a file is still as it was; a pipe or a terminal has none.
private struct FileVersion: Equatable {
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int

    init?(of descriptor: FileDescriptor) throws {
        let file = try descriptor.stat()
        guard file.type == .regular else { return nil }
        size = file.size
        (seconds, nanoseconds) = (file.st_mtim.tv_sec, file.st_mtim.tv_nsec)
    }
}

extension InputError {
    /// A cut number may be somebody else's, so nothing of such a file is sent.
    fileprivate static func changed(file: String) -> InputError {
        .wrong([
            Finding(
                file: file, code: "file_changed",
                message: "The file changed while it was read, so nothing was sent. Try again when it is complete.")
        ])
    }
}
