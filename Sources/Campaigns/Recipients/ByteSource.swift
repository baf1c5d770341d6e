import Crypto
import SystemPackage

/// The bytes of a file or of standard input, chunk by chunk, with their SHA-256.
struct ByteSource: ~Copyable {
    /// What a chunk holds at most: large enough that system calls don't count, small enough that memory stays flat.
    private static let chunkSize = 256 << 10

    private let descriptor: FileDescriptor
    private let name: String
    private var hash = SHA256()

    /// - Parameter path: nil for standard input.
    init(_ path: FilePath?) throws(InputError) {
        name = path?.string ?? "standard input"
        do {
            descriptor =
                try path.map { try FileDescriptor.open($0, .readOnly, options: [.closeOnExec]) }
                ?? .standardInput.duplicate()
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
    mutating func next() throws(InputError) -> [UInt8] {
        do {
            let descriptor = descriptor
            let chunk = unsafe try [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
                count = unsafe try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            hash.update(data: chunk)
            return chunk
        } catch {
            throw .unreadable(file: name, cause: "\(error)")
        }
    }

    /// The hash of everything that was read, in hexadecimal.
    var sha256: String {
        hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
