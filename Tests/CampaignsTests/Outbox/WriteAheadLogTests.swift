import GRDB
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

    /// A file that was put away has no log; what stands beside it was left by another of its name.
    @Test func `another campaign's log is not taken for its own`() async throws {
        try await withCopy(Damage("nothing") { $0 }) { path in
            let other = try CampaignFile.sample([.pending(1), .pending(2)], in: path.removingLastComponent(), "other")
            try other.end()
            try path.unlink()
            try path.write(other.path.start(atMost: 1 << 20))
            #expect(throws: CampaignFileError.foreignLog(path: path.string)) { try CampaignFile.open(at: path) }
            #expect(throws: CampaignFileError.foreignLog(path: path.string)) { try CampaignReader.open(at: path) }
            #expect(throws: CampaignFileError.foreignLog(path: path.string)) {
                try CampaignFile.create(at: path, .sample)
            }
        }
    }

    /// SQLite would remove it, or take it for the new file's.
    @Test func `a log whose campaign is gone is set aside`() async throws {
        try await withCopy(Damage("nothing") { $0 }) { path in
            let log = FilePath("\(path)-wal")
            let bytes = try log.start(atMost: 1 << 20)
            #expect(try AbandonedLog(of: path).setAside().isEmpty)
            try path.unlink()
            #expect(try AbandonedLog(of: path).setAside() == [FilePath("\(log).1")])
            try log.write("another".utf8)
            #expect(try AbandonedLog(of: path).setAside() == [FilePath("\(log).2")])
            #expect(try AbandonedLog(of: path).setAside().isEmpty)
            #expect(try FilePath("\(log).1").start(atMost: 1 << 20) == bytes)
        }
    }

    /// As when the process is killed while it puts its log into the file.
    @Test func `a change that was not finished is taken back`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample((1...99).map { .pending($0) }, in: directory)
            try file.end()
            let copy = directory.appending("copy.campaign")
            let database = try DatabaseQueue(path: file.path.string)
            try database.inDatabase { db in
                // Without room in memory pages are changed before the end.
                try db.execute(sql: "PRAGMA cache_size = 1")
                try db.execute(sql: "BEGIN; UPDATE message SET body = zeroblob(5000)")
                try copy.write(file.path.start(atMost: 1 << 24))
                try FilePath("\(copy)-journal").write(FilePath("\(file.path)-journal").start(atMost: 1 << 24))
                try db.execute(sql: "ROLLBACK")
            }
            try database.close()
            let before = try CampaignReader.open(at: file.path)
            let reader = try CampaignReader.open(at: copy)
            var (rows, expected): ([ResultRow], [ResultRow]) = ([], [])
            try before.results { expected.append($0) }
            try reader.results { rows.append($0) }
            #expect(rows == expected)
            #expect(try reader.tally() == Tally([.pending: 99]))
            #expect(!FilePath("\(copy)-journal").exists)
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
