import SystemPackage
import Testing

@testable import Campaigns

@Suite struct TemplateFileTests {
    private func read(_ bytes: [UInt8]) async throws -> Result<String, InputError> {
        try await withScratch { directory in
            let path = directory.appending("a.yaml")
            try path.write(bytes)
            do {
                let file = try await TemplateFile(path, StopSignal())
                #expect(file.name == path.string)
                return .success(file.text)
            } catch let error as InputError {
                guard case .wrong(let findings) = error else { return .failure(error) }
                return .failure(.wrong(findings.map { $0.with(file: "a.yaml") }))
            }
        }
    }

    @Test(arguments: [("", ""), ("type: text\n", "type: text\n"), ("\u{FEFF}Zoë 😀", "Zoë 😀"), ("\r\n", "\r\n")])
    func `a file is its text without a mark`(_ content: String, _ text: String) async throws {
        #expect(try await read(Array(content.utf8)) == .success(text))
    }

    @Test(arguments: [[0xFF], [0x61, 0xE9, 0x62], [0xFF, 0xFE, 0x61, 0x00], [0xED, 0xA0, 0x80]] as [[UInt8]])
    func `what is not UTF-8 is refused`(_ bytes: [UInt8]) async throws {
        let finding = Finding(
            file: "a.yaml", code: "not_utf8", message: "The file is not UTF-8 text. Save it as UTF-8.")
        #expect(try await read(bytes) == .failure(.wrong([finding])))
    }

    @Test func `a file of a megabyte is read, a larger one is no template`() async throws {
        let most = [UInt8](repeating: 0x61, count: 1 << 20)
        #expect(try await read(most) == .success(String(decoding: most, as: UTF8.self)))
        let finding = Finding(
            file: "a.yaml", code: "too_long", message: "The file is larger than 1 MiB: no template is.")
        #expect(try await read(most + [0x61]) == .failure(.wrong([finding])))
    }

    @Test func `a file that is not there cannot be read`() async throws {
        try await withScratch { directory in
            let path = directory.appending("a.yaml")
            await #expect(throws: InputError.unreadable(file: path.string, cause: "No such file or directory")) {
                try await TemplateFile(path, StopSignal())
            }
            await #expect(throws: InputError.unreadable(file: directory.string, cause: "Is a directory")) {
                try await TemplateFile(directory, StopSignal())
            }
        }
    }
}
