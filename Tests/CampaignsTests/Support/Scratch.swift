import FoundationEssentials
import Glibc
import SystemPackage

/// Runs `body` with a new directory that is removed afterwards.
func withScratch<Result>(_ body: (FilePath) async throws -> Result) async throws -> Result {
    let path = FileManager.default.temporaryDirectory.path + "/campaigns-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    do {
        let result = try await body(FilePath(path))
        try FileManager.default.removeItem(atPath: path)
        return result
    } catch {
        try FileManager.default.removeItem(atPath: path)
        throw error
    }
}

extension FilePath {
    /// Writes a new file, or replaces one.
    func write(_ bytes: some Sequence<UInt8>) throws {
        let descriptor = try FileDescriptor.open(
            self, .writeOnly, options: [.create, .truncate], permissions: .init(rawValue: 0o644))
        _ = try descriptor.closeAfter { try descriptor.writeAll(bytes) }
    }

    func createDirectory() throws {
        try FileManager.default.createDirectory(atPath: string, withIntermediateDirectories: false)
    }

    /// The file's text.
    func text() throws -> String { try String(contentsOfFile: string, encoding: .utf8) }

    /// The names of what is in this directory, in their order.
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: string).sorted() }

    var exists: Bool { FileManager.default.fileExists(atPath: string) }

    /// Who may do what with the file: `600`.
    func permissions() throws -> String { String(try stat().permissions.rawValue, radix: 8) }
}
