import CSV
import Glibc
package import SystemPackage

/// A file that appears whole or not at all: written beside its place, then renamed.
///
/// Only its owner may read it. A path that is no regular file (a pipe, a terminal) is written in place.
package struct AtomicFile {
    private let path: FilePath
    private let temporary: FilePath?
    private let descriptor: FileDescriptor

    /// Runs `body` with a function that writes bytes, then puts the file in its place.
    ///
    /// - Throws: `OutputError`, and what `body` throws; the file is then as it was.
    package static func write(
        to path: FilePath, _ body: ((borrowing [UInt8]) throws -> Void) async throws -> Void
    ) async throws {
        let file = try OutputError.mapping(path) { try AtomicFile(path.resolvingLinks) }
        do {
            try await body { bytes in _ = try OutputError.mapping(path) { try file.descriptor.writeAll(bytes) } }
            try OutputError.mapping(path) { try file.commit() }
        } catch {
            file.discard()
            throw error
        }
        try OutputError.mapping(path) { try file.descriptor.close() }
    }

    /// Makes sure that a result CSV can be created at `path`, and replaces nothing but an earlier one; asked before the
    /// first message is sent.
    package static func check(_ path: FilePath, sparing inputs: [FilePath] = []) throws(OutputError) {
        if let input = inputs.first(where: path.isSameFile) {
            throw OutputError(path: path.string, cause: "it would replace \(input), which is needed")
        }
        try OutputError.mapping(path) {
            // Opening a pipe could wait for its reader, or end what it reads.
            guard try !path.isSpecial else { return }
            try path.checkMayBeReplaced()
            try AtomicFile(path.resolvingLinks).discard()
        }
    }

    private init(_ path: FilePath) throws {
        self.path = path
        switch try path.kind() {
        case .directory: throw Errno.isDirectory
        case .regular?, nil:
            // Random, since process ids repeat in containers.
            let temporary = FilePath("\(path.string).\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp")
            self.temporary = temporary
            descriptor = try FileDescriptor.open(
                temporary, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: .ownerReadWrite)
        default:
            temporary = nil
            // A pipe that nobody reads is an error now rather than a wait for ever.
            descriptor = try FileDescriptor.open(path, .writeOnly, options: [.closeOnExec, .nonBlocking])
            _ = fcntl(descriptor.rawValue, F_SETFL, O_WRONLY)
        }
    }

    private func commit() throws {
        guard let temporary else { return }
        guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
        // Something may have come to stand here since the run began.
        try path.checkMayBeReplaced()
        try temporary.rename(to: path)
    }

    /// Leaves nothing behind.
    private func discard() {
        do {
            try descriptor.close()
        } catch {
            // What matters is that the unfinished file goes.
        }
        do {
            try temporary?.unlink()
        } catch {
            // What led here matters more.
        }
    }
}

extension FilePath {
    /// Whether this is a pipe, a terminal or another device.
    fileprivate var isSpecial: Bool {
        get throws { ![.regular, .directory, nil].contains(try kind()) }
    }

    /// Makes sure that nothing stands here but an earlier result CSV.
    fileprivate func checkMayBeReplaced() throws {
        if try isDatabase { throw OutputError(path: string, cause: "it would replace a campaign file") }
        guard try isFree || isResults else {
            throw OutputError(path: string, cause: "it exists already and is no result CSV")
        }
    }

    /// Whether an SQLite database stands here, which no result CSV may replace.
    fileprivate var isDatabase: Bool {
        get throws {
            try start(atMost: 16).elementsEqual("SQLite format 3\0".utf8)
        }
    }

    /// Whether nothing that could be lost stands here.
    fileprivate var isFree: Bool {
        get throws { try kind() != .regular || stat().size == 0 }
    }

    /// Whether a result CSV stands here: one whose header ends with our columns, in their order.
    fileprivate var isResults: Bool {
        get throws {
            // A header is far shorter than that.
            let start = try start(atMost: 1 << 20)
            return CSVDelimiter.allCases.contains { delimiter in
                do {
                    let header = try CSVReader(delimiter: delimiter).rows(in: start).first?.strings ?? []
                    return header.suffix(ResultColumn.names.count) == ResultColumn.names[...]
                } catch {
                    // What is no CSV is none of ours.
                    return false
                }
            }
        }
    }
}
