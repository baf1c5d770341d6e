import SystemPackage
import Testing

@testable import Campaigns

@Suite struct PreparationTests {
    struct Wrong: Sendable {
        let bytes: [UInt8]
        let line: Int?
        let column: Int?
        let code: String

        init(_ text: String, _ line: Int?, _ column: Int?, _ code: String) {
            self.init(Array(text.utf8), line, column, code)
        }

        init(_ bytes: [UInt8], _ line: Int?, _ column: Int?, _ code: String) {
            self.bytes = bytes
            self.line = line
            self.column = column
            self.code = code
        }
    }

    @Test(arguments: [
        Wrong("", nil, nil, "empty_file"), Wrong("\n\n", nil, nil, "empty_file"),
        Wrong("\u{FEFF}", nil, nil, "empty_file"),
        Wrong("name\nAda\n", 1, nil, "no_recipient_column"), Wrong("\n\nname\n", 3, nil, "no_recipient_column"),
        Wrong("phone,phone\n", 1, nil, "duplicate_header"), Wrong("phone,\n", 1, nil, "empty_header"),
        Wrong("phone,name\n+442079460001,\"Ada\n", 2, 15, "not_csv"), Wrong("phone,name\n1,A\"da\n", 2, 4, "not_csv"),
        Wrong(Array("phone\n".utf8) + [0xFF], 2, 1, "not_csv"),
    ])
    func `a file that is wrong as a whole stops the run`(_ test: Wrong) async throws {
        let error = await #expect(throws: InputError.self) {
            try await prepared(test.bytes, TemplateFile(name: "a.yaml", text: "type: text\ntext: { body: Hi }"))
        }
        guard case .wrong(let findings) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(findings.map(\.file) == ["people.csv"])
        #expect(findings.map(\.line) == [test.line])
        #expect(findings.map(\.column) == [test.column])
        #expect(findings.map(\.code) == [test.code])
        #expect(findings.map(\.severity) == [.error])
    }

    @Test func `a file that is not there cannot be read`() async throws {
        try await withScratch { directory in
            let path = directory.appending("people.csv")
            let source = try CampaignSource.sample(path)
            await #expect(throws: InputError.unreadable(file: path.string, cause: "No such file or directory")) {
                _ = try await Preparation(source, StopSignal())
            }
        }
    }

    @Test func `a header alone has no rows`() async throws {
        let result = try await prepared("phone,name\n".utf8)
        #expect(result.rows.isEmpty)
        #expect(result.findings.isEmpty)
        #expect(result.header == "phone,name")
        // sha256sum of the file.
        #expect(result.sha256 == "57778423bbab11fac6de046cf9dac7d98597177ef51715259c24946e14e6992e")
    }

    @Test func `columns of an earlier result CSV are written anew`() async throws {
        let csv = "phone,message_row,name,message_to,message_status\n+442079460001,9,Ada,+1,failed\n"
        let result = try await prepared(csv.utf8)
        #expect(result.header == "phone,name")
        #expect(result.rows.map { String(decoding: $0.cells, as: UTF8.self) } == ["+442079460001,Ada"])
    }

    @Test func `options that shape the request are in every body`() async throws {
        let result = try await prepared("phone,name\n+442079460001,Ada\n".utf8) {
            $0.webhookURL = "https://example.com/\"hook\"?a=b"
            $0.messagingProfileID = "4001"
        }
        let body =
            textRequest(to: "+442079460001", "Hi Ada").dropLast()
            + #","webhook_url":"https://example.com/\"hook\"?a=b","messaging_profile_id":"4001"}"#
        #expect(result.rows.map { String(decoding: $0.body, as: UTF8.self) } == [String(body)])
    }

    @Test(arguments: [2, 15])
    func `a stop ends it`(_ signal: Int32) async throws {
        try await withScratch { directory in
            let path = directory.appending("people.csv")
            try path.write("phone,name\n+442079460001,Ada\n".utf8)
            let source = try CampaignSource.sample(path)
            let stop = StopSignal()
            #expect(stop.request(signal))
            #expect(!stop.request(9))
            await #expect(throws: Refusal.signal(signal)) { _ = try await Preparation(source, stop) }
        }
    }

    /// More than a chunk of bytes, so that rows are cut by its end.
    @Test func `a large file comes through whole`() async throws {
        let lines = (1...20000).map { "+4420\(10_000_000 + $0),N\($0)" }
        let result = try await prepared(("phone,name\n" + lines.joined(separator: "\n")).utf8)
        #expect(result.rows.map(\.row) == Array(1...20000))
        #expect(result.rows.map(\.line) == Array(2...20001))
        #expect(result.rows.map { String(decoding: $0.cells, as: UTF8.self) } == lines)
        #expect(result.rows.allSatisfy { $0.status == .pending })
    }

    /// Lines are those of the file, rows those behind the header.
    @Test func `a line that names the delimiter is no header`() async throws {
        let found = try await prepared("sep=|\r\nphone|name\r\n+442079460001|Ada\r\n12|Bo\r\n".utf8)
        #expect(found.header == "phone|name")
        #expect(found.rows.map(\.row) == [1, 2])
        #expect(found.findings.map(\.line) == [4])
        for alone in ["sep=;", "sep=,\n\n"] {
            let error = try #require(await #expect(throws: InputError.self) { try await prepared(alone.utf8) })
            guard case .wrong(let findings) = error else { return }
            #expect(findings.map(\.code) == ["empty_file"])
        }
    }
}
