import Foundation
import Glibc
import SystemPackage
import Testing

@testable import Campaigns

@Suite struct AtomicFileTests {
    struct Interrupted: Error, Equatable {}

    private func write(_ text: String, to path: FilePath) async throws {
        try await AtomicFile.write(to: path) { write in try write(Array(text.utf8)) }
    }

    @Test func `a new file is whole, and its owner's only`() async throws {
        try await withScratch { directory in
            let path = directory.appending("a.csv")
            try await AtomicFile.write(to: path) { write in
                try write(Array("a,".utf8))
                try write([])
                try write(Array("b\n".utf8))
            }
            #expect(try path.text() == "a,b\n")
            #expect(try path.permissions() == "600")
            #expect(try directory.names() == ["a.csv"])
        }
    }

    private static let old = "phone," + ResultColumn.names.joined(separator: ",") + "\n"

    @Test func `an old file is there until the new one is whole`() async throws {
        try await withScratch { directory in
            let path = directory.appending("a.csv")
            try path.write(Self.old.utf8)
            try await AtomicFile.write(to: path) { write in
                try write(Array("new".utf8))
                let text = try path.text()
                #expect(text == Self.old)
            }
            #expect(try path.text() == "new")
            #expect(try path.permissions() == "600")
            #expect(try directory.names() == ["a.csv"])
        }
    }

    @Test func `who has the old file open keeps reading it`() async throws {
        try await withScratch { directory in
            let path = directory.appending("a.csv")
            try await write(Self.old, to: path)
            let reader = try FileDescriptor.open(path, .readOnly)
            try await write("newer", to: path)
            var buffer = [UInt8](repeating: 0, count: 999)
            let count = try reader.closeAfter {
                unsafe try buffer.withUnsafeMutableBytes { unsafe try reader.read(into: $0) }
            }
            #expect(String(decoding: buffer.prefix(count), as: UTF8.self) == Self.old)
        }
    }

    @Test(arguments: [true, false])
    func `a failure leaves everything as it was`(_ isThere: Bool) async throws {
        try await withScratch { directory in
            let path = directory.appending("a.csv")
            if isThere { try path.write("old".utf8) }
            await #expect(throws: Interrupted()) {
                try await AtomicFile.write(to: path) { write in
                    try write(Array("half".utf8))
                    throw Interrupted()
                }
            }
            #expect(try directory.names() == (isThere ? ["a.csv"] : []))
            if isThere { #expect(try path.text() == "old") }
        }
    }

    @Test func `what cannot be a file is refused before and when it is written`() async throws {
        try await withScratch { directory in
            let missing = directory.appending("no").appending("a.csv")
            let under = directory.appending("file").appending("a.csv")
            try directory.appending("file").write([])
            for (path, cause) in [
                (missing, "No such file or directory"), (directory, "Is a directory"), (under, "Not a directory"),
            ] {
                let error = OutputError(path: path.string, cause: cause)
                #expect(error.message == "\(path) cannot be written: \(cause).")
                #expect(throws: error) { try AtomicFile.check(path) }
                await #expect(throws: error) { try await write("a", to: path) }
            }
            #expect(try directory.names() == ["file"])
        }
    }

    @Test func `asking leaves nothing behind`() async throws {
        try await withScratch { directory in
            try AtomicFile.check(directory.appending("a.csv"))
            let old = directory.appending("old.csv")
            let results = "phone;" + ResultColumn.names.joined(separator: ";") + "\n"
            try old.write(results.utf8)
            try AtomicFile.check(old)
            #expect(try directory.names() == ["old.csv"])
            #expect(try old.text() == results)
        }
    }

    @Test(
        arguments: [
            "old", "phone,message_row\n", "message_row,message_to,message_status,message_id\n",
            "cut -f \(ResultColumn.names.joined(separator: ",")) a.csv\n",
            "phone\n\(ResultColumn.names.joined(separator: ","))\n",
        ])
    func `what is no result stays`(_ text: String) async throws {
        try await withScratch { directory in
            let old = directory.appending("old.csv")
            try old.write(text.utf8)
            let error = OutputError(path: old.string, cause: "it exists already and is no result CSV")
            #expect(throws: error) { try AtomicFile.check(old) }
        }
    }

    /// As a copy or another program may do while a campaign is sent.
    @Test func `what has come to stand there meanwhile stays`() async throws {
        try await withScratch { directory in
            let path = directory.appending("a.csv")
            await #expect(throws: OutputError(path: path.string, cause: "it exists already and is no result CSV")) {
                try await AtomicFile.write(to: path) { write in
                    try write(Array("new".utf8))
                    try path.write("dear diary".utf8)
                }
            }
            let (text, names) = (try path.text(), try directory.names())
            #expect(text == "dear diary")
            #expect(names == ["a.csv"])
        }
    }

    @Test func `a file that is needed is spared through links too`() async throws {
        try await withScratch { directory in
            try FileManager.default.createDirectory(
                atPath: directory.appending("d1").string, withIntermediateDirectories: false)
            try FileManager.default.createSymbolicLink(
                atPath: directory.appending("d2").string, withDestinationPath: "d1")
            let results = directory.appending("d2/x")
            let campaign = directory.appending("d1/x")
            #expect(throws: OutputError(path: results.string, cause: "it would replace \(campaign), which is needed")) {
                try AtomicFile.check(results, sparing: [campaign])
            }
        }
    }

    @Test func `a pipe is written in place`() async throws {
        try await withScratch { directory in
            let pipe = try FileDescriptor.pipe()
            try await write("a,b\n", to: FilePath("/proc/self/fd/\(pipe.writeEnd.rawValue)"))
            try pipe.writeEnd.close()
            var buffer = [UInt8](repeating: 0, count: 9)
            let count = try pipe.readEnd.closeAfter {
                unsafe try buffer.withUnsafeMutableBytes { unsafe try pipe.readEnd.read(into: $0) }
            }
            #expect(String(decoding: buffer.prefix(count), as: UTF8.self) == "a,b\n")
            let names = try directory.names()
            #expect(names.isEmpty)
        }
    }
}
