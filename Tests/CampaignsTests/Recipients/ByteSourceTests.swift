import FoundationEssentials
import SystemPackage
import Testing

@testable import Campaigns

@Suite struct ByteSourceTests {
    /// Longer than what is read at once.
    private static let text = Array(repeating: UInt8(ascii: "a"), count: 1 << 20)

    @Test func `a file that stays as it is comes whole`() async throws {
        #expect(try await read { _ in } == Self.text)
    }

    @Test(arguments: [
        Array(text.dropLast(1000)), text + [UInt8(ascii: "b")], Array(repeating: UInt8(ascii: "b"), count: 1 << 20),
    ])
    func `a file that changes while it is read is refused`(_ changed: [UInt8]) async throws {
        let error = await #expect(throws: InputError.self) { try await read { try $0.write(changed) } }
        guard case .wrong(let findings) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(findings.map(\.code) == ["file_changed"])
    }

    /// Reads a file that `change` changes after its first chunk.
    private func read(_ change: (FilePath) throws -> Void) async throws -> [UInt8] {
        try await withScratch { directory in
            let path = directory.appending("people.csv")
            try path.write(Self.text)
            // Long ago: the clock of a file may be too coarse to tell two changes apart.
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: path.string)
            var source = try ByteSource(path, StopSignal())
            var bytes = try await source.next()
            try change(path)
            while true {
                let chunk = try await source.next()
                if chunk.isEmpty { return bytes }
                bytes += chunk
            }
        }
    }
}
