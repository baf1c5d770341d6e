import FoundationEssentials
import SystemPackage

/// A directory of a test's own, in which the program runs.
struct Scratch: Sendable {
    let directory: FilePath

    /// Every file, also hidden ones, in alphabetical order.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: directory.string).sorted() }
    }

    func path(_ name: String) -> String { directory.appending(name).string }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// In bytes; nil if there is no such file.
    func size(_ name: String) -> Int? {
        do {
            return Int(try directory.appending(name).stat().size)
        } catch {
            return nil
        }
    }

    func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

    func write(_ data: Data, to name: String) throws { try data.write(to: URL(filePath: path(name))) }

    func bytes(of name: String) throws -> Data { try Data(contentsOf: URL(filePath: path(name))) }

    func text(of name: String) throws -> String { String(decoding: try bytes(of: name), as: UTF8.self) }

    func table(_ name: String) throws -> Table { try Table(try text(of: name)) }

    func remove(_ names: String...) throws {
        for name in names { try FileManager.default.removeItem(atPath: path(name)) }
    }
}

/// Runs `body` in a new directory, which is removed afterwards.
func withScratch<Result>(_ body: (Scratch) async throws -> Result) async throws -> Result {
    let directory = FileManager.default.temporaryDirectory.appending(path: "campaign-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    do {
        let result = try await body(Scratch(directory: FilePath(directory.path)))
        try FileManager.default.removeItem(at: directory)
        return result
    } catch {
        try FileManager.default.removeItem(at: directory)
        throw error
    }
}
