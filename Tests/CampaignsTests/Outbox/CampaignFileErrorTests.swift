import GRDB
import Glibc
import SystemPackage
import Testing

@testable import Campaigns

@Suite struct CampaignFileErrorTests {
    @Test func `nothing is overwritten`() async throws {
        try await withScratch { directory in
            let path = directory.appending("a.campaign")
            try path.write("dear diary".utf8)
            #expect(throws: CampaignFileError.foreign(path: path.string)) {
                try CampaignFile.create(at: path, .sample)
            }
            #expect(try path.text() == "dear diary")
            #expect(try directory.names() == ["a.campaign"])
        }
    }

    @Test func `a campaign that is in the way says whether it can go on`() async throws {
        try await withScratch { directory in
            let path = directory.appending("a.campaign")
            try killedInPreparation(path)
            #expect(throws: CampaignFileError.exists(path: path.string, isComplete: false)) {
                try CampaignFile.create(at: path, .sample)
            }
            try completed(path)
            #expect(throws: CampaignFileError.exists(path: path.string, isComplete: true)) {
                try CampaignFile.create(at: path, .sample)
            }
        }
    }

    @Test func `what cannot be read is not said to be something else`() async throws {
        try await withScratch { directory in
            let cause = "what stands there cannot be read: it is a directory"
            #expect(throws: CampaignFileError.cannotCreate(path: directory.string, cause: cause)) {
                try CampaignFile.create(at: directory, .sample)
            }
        }
    }

    @Test func `a directory that is not there takes no file`() async throws {
        try await withScratch { directory in
            let path = directory.appending("no").appending("a.campaign")
            #expect(throws: CampaignFileError.cannotCreate(path: path.string, cause: "No such file or directory")) {
                try CampaignFile.create(at: path, .sample)
            }
        }
    }

    @Test func `a file whose preparation was interrupted is not sent`() async throws {
        try await withScratch { directory in
            let path = directory.appending("a.campaign")
            try killedInPreparation(path)
            expect(.incomplete(path: path.string), at: path)
        }
    }

    /// Leaves a file as a process does that dies in preparation.
    private func killedInPreparation(_ path: FilePath) throws {
        let file = try CampaignFile.create(at: path, .sample)
        try file.append([.pending(1)], at: created)
        try file.close()
    }

    private func completed(_ path: FilePath) throws {
        let database = try DatabaseQueue(path: path.string)
        try database.write { try $0.execute(sql: "UPDATE campaign SET prepared_at = 1, runner = NULL") }
        try database.close()
    }

    @Test func `a missing file is said to be missing`() async throws {
        try await withScratch { directory in
            let path = directory.appending("a.campaign")
            expect(.missing(path: path.string), at: path)
            let names = try directory.names()
            #expect(names.isEmpty)
        }
    }

    @Test func `a newer version is refused`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            try file.write { try $0.execute(sql: "PRAGMA user_version = \(Schema.version + 1)") }
            try file.close()
            expect(.newer(path: file.path.string), at: file.path)
        }
    }

    @Test(arguments: [
        "x", "phone,name\n+15005551001,Ada\n", "SQLite format 3\0" + String(repeating: "x", count: 4096),
    ])
    func `any other file is no campaign`(_ content: String) async throws {
        try await withScratch { directory in
            let path = directory.appending("a.campaign")
            try path.write(content.utf8)
            expect(.notACampaign(path: path.string), at: path)
            #expect(try path.text() == content)
        }
    }

    @Test func `another program's database is no campaign`() async throws {
        try await withScratch { directory in
            let path = directory.appending("a.campaign")
            let database = try DatabaseQueue(path: path.string)
            try await database.write { try $0.execute(sql: "CREATE TABLE campaign (prepared_at)") }
            try database.close()
            expect(.notACampaign(path: path.string), at: path)
        }
    }

    /// What a bad disk can make of a campaign file; the program must not end on it.
    @Test(arguments: [
        "ALTER TABLE campaign RENAME COLUMN delimiter TO delimite", "ALTER TABLE campaign DROP COLUMN uuid",
    ])
    func `a damaged file is said to be unreadable`(_ damage: String) async throws {
        try await withScratch { directory in
            let path = directory.appending("a.campaign")
            try killedInPreparation(path)
            try completed(path)
            let database = try DatabaseQueue(path: path.string)
            try database.write { try $0.execute(sql: damage) }
            try database.close()
            let reader = try CampaignReader.open(at: path)
            #expect(throws: CampaignFileError.unreadable(path: path.string, cause: "it is damaged")) {
                _ = try reader.record()
            }
        }
    }

    /// Nobody is told that nothing was sent, or that all is done, by a file that has lost something.
    @Test(arguments: [
        "DELETE FROM campaign", "UPDATE campaign SET prepared_at = NULL", "DELETE FROM delivery WHERE row = 2",
        "DELETE FROM delivery", "DELETE FROM message WHERE row = 3", "DELETE FROM message WHERE row = 1",
        "UPDATE delivery SET row = -4 WHERE row = 1",
        "UPDATE message SET row = 4 WHERE row = 3; UPDATE delivery SET row = 4 WHERE row = 3",
    ])
    func `a file that has lost rows is said to be damaged`(_ damage: String) async throws {
        try await withScratch { directory in
            let path = try run(directory, [.pending(1), .pending(2), .pending(3)])
            try CampaignReader.open(at: path).close()
            let database = try DatabaseQueue(path: path.string)
            try await database.write { try $0.execute(sql: damage) }
            try database.close()
            expect(.unreadable(path: path.string, cause: "it is damaged"), at: path)
        }
    }

    @Test func `a directory cannot be read`() async throws {
        try await withScratch { directory in
            expect(.unreadable(path: directory.string, cause: "it is a directory"), at: directory)
        }
    }

    @Test(arguments: [true, false])
    func `one process sends`(_ hasBegun: Bool) async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1)], in: directory)
            if hasBegun { #expect(try file.begin() == "c0ffee") }
            #expect(throws: CampaignFileError.busy(path: file.path.string, pid: Int(getpid()))) {
                try CampaignFile.open(at: file.path)
            }
            #expect(try CampaignReader.open(at: file.path).tally() == Tally([.pending: 1]))
        }
    }

    /// A question may be waiting for its answer before anything is sent.
    @Test func `who has the file is named from the start, not who had it before`() async throws {
        try await withScratch { directory in
            let (path, reader) = try killedWhileSending(directory)
            let database = try DatabaseQueue(path: path.string)
            try await database.write { try $0.execute(sql: "UPDATE campaign SET runner = 1") }
            try database.close()
            let file = try CampaignFile.open(at: path)
            #expect(throws: CampaignFileError.busy(path: path.string, pid: Int(getpid()))) {
                try CampaignFile.open(at: path)
            }
            try reader.close()
            try file.end()
        }
    }

    @Test func `another process's lock counts, and ends with it`() async throws {
        try await withScratch { directory in
            let (path, reader) = try killedWhileSending(directory)
            let other = try FileDescriptor.open(path, .readOnly)
            #expect(flock(other.rawValue, LOCK_EX | LOCK_NB) == 0)
            #expect(throws: CampaignFileError.busy(path: path.string, pid: Int(getpid()))) {
                try CampaignFile.open(at: path)
            }
            try other.close()
            _ = try CampaignFile.open(at: path)
            try reader.close()
        }
    }

    /// Leaves a file and its log as a process does that dies; the log stays while the reader has it open.
    private func killedWhileSending(_ directory: FilePath) throws -> (FilePath, CampaignReader) {
        let file = try CampaignFile.sample([.pending(1)], in: directory)
        return (file.path, try CampaignReader.open(at: file.path))
    }

    @Test func `a file that is closed is free for others`() async throws {
        try await withScratch { directory in
            let path = try run(directory)
            let again = try CampaignFile.open(at: path)
            try again.end()
        }
    }

    /// Leaves a file as a run does that began to send its first row.
    private func run(_ directory: FilePath, _ rows: [PreparedRow] = [.pending(1)]) throws -> FilePath {
        let file = try CampaignFile.sample(rows, in: directory)
        _ = try file.begin()
        try file.write { try Outbox.Change(row: 1, event: .intent, at: created).write($0) }
        try file.end()
        return file.path
    }

    @Test func `an empty file is one whose preparation was interrupted`() async throws {
        try await withScratch { directory in
            let path = directory.appending("a.campaign")
            try path.write([])
            expect(.incomplete(path: path.string), at: path)
        }
    }

    private func expect(_ error: CampaignFileError, at path: FilePath) {
        #expect(throws: error) { try CampaignReader.open(at: path) }
        #expect(throws: error) { try CampaignFile.open(at: path) }
    }

    @Test(
        arguments: [
            (
                .exists(path: "a", isComplete: true),
                "a exists already. To see where it stands: campaign status a. To go on with it: campaign resume a, with "
                    + "the same options as before. To send anew, give another --campaign."
            ),
            (
                .exists(path: "a", isComplete: false),
                "a exists already and is not complete: nothing was sent from it. Delete it, or give another --campaign."
            ),
            (
                .busy(path: "a", pid: 7),
                "a is being prepared or sent by another process (pid 7). Wait for it or stop it."
            ),
            (.busy(path: "a", pid: nil), "a is being prepared or sent by another process. Wait for it or stop it."),
            (
                .cannotWrite(path: "a", cause: "disk full"),
                "a cannot be written any more: disk full. Nothing unrecorded was sent."
            ),
        ] as [(CampaignFileError, String)])
    func `an error says what to do`(_ error: CampaignFileError, _ message: String) {
        #expect(error.message == message)
    }
}
