import Foundation
import GRDB
import SystemPackage
import Telnyx
import Testing

@testable import Campaigns

@Suite struct CampaignFileTests {
    @Test func `what is written is read again, whole`() async throws {
        try await withScratch { directory in
            var record = CampaignRecord.sample
            record.service = "api.telnyx.com"
            record.webhookURL = "https://example.com/hook?a=b"
            record.messagingProfileID = "4001"
            record.header = Array("phone;\"a;b\"".utf8)
            record.delimiter = UInt8(ascii: ";")
            let path = directory.appending("a.campaign")
            let file = try CampaignFile.create(at: path, record)
            try file.append([.pending(1), .rejected(2)], at: created)
            try file.append([.skipped(3)], at: created + 1)
            try file.finishPreparing(sha256: "5ha", at: created + 2)
            #expect(try file.tally() == Tally([.pending: 1, .rejected: 1, .skipped: 1]))
            try file.end()

            let reader = try CampaignReader.open(at: path)
            record.recipientsSHA256 = "5ha"
            #expect(try reader.record() == record)
            #expect(try reader.tally() == Tally([.pending: 1, .rejected: 1, .skipped: 1]))
            var rows: [ResultRow] = []
            try reader.results { rows.append($0) }
            let expected = [
                ResultRow(.pending(1), at: created), ResultRow(.rejected(2), at: created),
                ResultRow(.skipped(3), at: created + 1),
            ]
            #expect(rows == expected)
            var some: [Int] = []
            try reader.results(of: [.rejected, .skipped]) { some.append($0.row) }
            #expect(some == [2, 3])
        }
    }

    @Test func `a file of format 1 is read, and does not know its service`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            try file.write {
                try $0.execute(sql: "ALTER TABLE campaign DROP COLUMN service; PRAGMA user_version = 1")
            }
            try file.end()
            let reader = try CampaignReader.open(at: file.path)
            let record = try reader.record()
            #expect(record.recipientsSHA256 == "5ha")
            #expect(record.service == nil)
        }
    }

    /// Another process may be sending from what took its place.
    @Test func `what took its place is not removed with it`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            for name in try directory.names() { try directory.appending(name).unlink() }
            try file.path.write("another".utf8)
            #expect(
                throws: CampaignFileError.unreadable(
                    path: file.path.string, cause: "it was removed or replaced meanwhile")
            ) { try file.checkPlace() }
            try file.remove()
            #expect(try directory.names() == [file.path.lastComponent?.string])
            #expect(try file.path.text() == "another")
        }
    }

    /// The system goes to where the link leads before it goes up.
    @Test func `a path through a link is one file`() async throws {
        try await withScratch { directory in
            try FileManager.default.createDirectory(
                atPath: directory.appending("a/b").string, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: directory.appending("link").string, withDestinationPath: directory.appending("a/b").string)
            let file = try CampaignFile.create(at: directory.appending("link/../x.campaign"), .sample)
            try file.finishPreparing(sha256: "5ha", at: created)
            try file.end()
            #expect(try directory.names() == ["a", "link"])
            #expect(try directory.appending("a").names() == ["b", "x.campaign"])
            #expect(try directory.appending("a/x.campaign").permissions() == "600")
        }
    }

    @Test func `only its owner may read it, and nothing is left beside it`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            for name in try directory.names() {
                #expect(try directory.appending(name).permissions() == "600", "\(name)")
            }
            try file.end()
            #expect(try directory.names() == ["a.campaign"])
            #expect(try file.path.permissions() == "600")
        }
    }

    @Test func `a commit is on disk when it returns`() async throws {
        try await withScratch { directory in
            let path = try expectDurable(try CampaignFile.sample([.pending(1)], in: directory))
            _ = try expectDurable(try CampaignFile.open(at: path))
        }
    }

    /// `synchronous` 2 is FULL: with less, a power cut can undo a commit (https://sqlite.org/pragma.html).
    private func expectDurable(_ file: CampaignFile) throws -> FilePath {
        #expect(try file.database.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        #expect(try file.database.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
        try file.end()
        return file.path
    }

    @Test func `a file is removed with all that is beside it`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            #expect(try directory.names().count == 3)
            try file.remove()
            #expect(try directory.names().isEmpty)
        }
    }

    @Test func `a transaction that fails leaves nothing`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            let error = CampaignFileError.cannotWrite(
                path: file.path.string, cause: "unique constraint failed: message.row")
            #expect(throws: error) { try file.append([.pending(2), .pending(1)], at: created) }
            #expect(try file.tally() == Tally([.pending: 1]))
        }
    }

    @Test func `a reader sees what another connection is writing, as of its last commit`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            let reader = try CampaignReader.open(at: file.path)
            #expect(try reader.tally() == Tally([.pending: 1]))
            try file.append([.pending(2)], at: created)
            #expect(try reader.tally() == Tally([.pending: 2]))
        }
    }

    @Test func `a reader leaves nothing beside the file of a run that has ended`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            try file.end()
            let reader = try CampaignReader.open(at: file.path)
            #expect(try reader.tally() == Tally([.pending: 1]))
            try reader.close()
            #expect(try directory.names() == ["a.campaign"])
        }
    }
}
