import SystemPackage
import Testing

@testable import Campaigns

/// What is told of a campaign whose log was lost or damaged after a crash.
@Suite struct WriteAheadLogTests {
    /// What can happen to a log when it is copied.
    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable ([UInt8]) -> [UInt8]

        init(_ name: String, _ change: @escaping @Sendable ([UInt8]) -> [UInt8]) {
            self.testDescription = name
            self.change = change
        }

        /// One bit is another.
        static func flip(_ name: String, _ place: @escaping @Sendable ([UInt8]) -> Int) -> Damage {
            Damage(name) { bytes in
                var bytes = bytes
                bytes[place(bytes)] ^= 1
                return bytes
            }
        }
    }

    /// A frame: its header and a page.
    static let frame = 24 + 4096

    @Test(arguments: [
        Damage("empty") { _ in [] }, Damage("cut in its header") { Array($0.prefix(31)) },
        Damage("zeros") { $0.map { _ in 0 } }, Damage("a text") { _ in Array("See the other disk.".utf8) },
        .flip("the magic number") { _ in 0 }, .flip("a salt") { _ in 16 }, .flip("the checksum") { _ in 31 },
    ]) func `without the head of the log nobody knows anything`(_ damage: Damage) async throws {
        try await withCopy(damage) { path in
            #expect(throws: CampaignFileError.withoutLog(path: path.string)) { try CampaignReader.open(at: path) }
            #expect(throws: CampaignFileError.withoutLog(path: path.string)) { try CampaignFile.open(at: path) }
            #expect(throws: CampaignFileError.withoutLog(path: path.string)) {
                try CampaignFile.create(at: path, .sample)
            }
        }
    }

    @Test(arguments: [
        Damage.flip("a page") { _ in 32 + 24 + 9 }, .flip("the first page's checksum") { _ in 32 + 23 },
        .flip("the first page's number") { _ in 32 + 3 },
        .flip("the third page from the end") { $0.count - 3 * frame + 99 },
        Damage("a hole") { $0[..<64] + [UInt8](repeating: 0, count: frame) + $0[(64 + frame)...] },
    ]) func `what stands behind a damaged place is not lost in silence`(_ damage: Damage) async throws {
        try await withCopy(damage) { path in
            #expect(throws: CampaignFileError.withoutLog(path: path.string)) { try CampaignFile.open(at: path) }
        }
    }

    /// So a power cut may leave it.
    @Test(arguments: [
        Damage("nothing") { $0 }, .flip("the last page") { $0.count - 9 },
        Damage("half of the last page") { $0.dropLast(2048) },
        Damage("an older log behind") { $0 + [UInt8](repeating: 7, count: 3 * frame) },
    ]) func `the last commit may be unfinished`(_ damage: Damage) async throws {
        try await withCopy(damage) { path in
            let file = try CampaignFile.open(at: path)
            #expect(try file.tally()[.unknown] >= 8)
            try file.end()
        }
    }

    @Test func `a log that is gone is missed`() async throws {
        try await withCopy(Damage("nothing") { $0 }) { path in
            try FilePath("\(path)-wal").unlink()
            #expect(throws: CampaignFileError.withoutLog(path: path.string)) { try CampaignFile.open(at: path) }
        }
    }

    /// The path of a copy of a campaign of which nine messages were in flight, each intent a commit of its own, when its
    /// process was killed.
    private func withCopy(_ damage: Damage, _ body: (FilePath) throws -> Void) async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample((1...9).map { .pending($0) }, in: directory)
            _ = try file.begin()
            for row in 1...9 { try await Outbox(file).commit(.init(row: row, event: .intent, at: created)) }
            let copy = directory.appending("copy.campaign")
            try copy.write(file.path.start(atMost: 1 << 20))
            try FilePath("\(copy)-wal").write(damage.change(FilePath("\(file.path)-wal").start(atMost: 1 << 20)))
            try body(copy)
        }
    }
}
