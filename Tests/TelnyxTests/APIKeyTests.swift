import Testing

@testable import Telnyx

@Suite struct APIKeyTests {
    @Test(arguments: ["K", "KEY0123_abc", "!", "~", "a\"b\\c", String(repeating: "k", count: 4096)])
    func `a key is taken as it is`(_ text: String) throws {
        let key = try #require(APIKey(text))
        #expect(key.authorization == "Bearer \(text)")
    }

    @Test(arguments: [
        "", " ", "KEY 1", " KEY1", "KEY1 ", "KEY1\n", "\tKEY1", "KEY\u{0}1", "KEY\u{7F}", "KEYé",
        "KEY\r\nX: 1", String(repeating: "k", count: 4097),
    ])
    func `what cannot stand in a header is no key`(_ text: String) {
        #expect(APIKey(text) == nil)
    }

    @Test(arguments: [
        ("KEY_s3cret", "a KEY_s3cret b KEY_s3cret", "a <redacted> b <redacted>"),
        ("KEY_s3cret", "KEY_s3cret", "<redacted>"),
        ("KEY_s3cret", "KEY_s3cre KKEY_s3cret", "KEY_s3cre K<redacted>"),
        ("KEY_s3cret", "KEY_s3cre", "KEY_s3cre"),
        // A combining mark makes another character of its last letter.
        ("KEY_s3cret", "a KEY_s3cret\u{301} b", "a <redacted>\u{301} b"),
        ("KEY_s3cret", "", ""),
        // In texts that are none of its business.
        ("a", "abc", "abc"),
    ])
    func `a key is hidden wherever it stands`(_ key: String, _ text: String, _ hidden: String) throws {
        #expect(try #require(APIKey(key)).redacting(text) == hidden)
    }

    @Test func `a key never shows itself`() throws {
        let key = try #require(APIKey("KEY_s3cret"))
        #expect(key.description == "<redacted>")
        #expect(key.debugDescription == "<redacted>")
        #expect("\(key)" == "<redacted>")
        #expect(String(reflecting: key) == "<redacted>")
        #expect(String(describing: Optional(key)) == "Optional(<redacted>)")
        #expect(dumped(key) == "- <redacted>\n")
        #expect(Mirror(reflecting: key).children.isEmpty)
    }

    @Test func `a key within something else never shows itself`() throws {
        let connection = Connection(
            baseURL: .telnyx, key: try #require(APIKey("KEY_s3cret")), timeout: .seconds(1), userAgent: "campaign/test")
        for text in ["\(connection)", String(reflecting: [connection]), dumped(connection)] {
            #expect(!text.contains("s3cret"))
            #expect(text.contains("<redacted>"))
        }
    }

    @Test func `a client never shows its key`() async throws {
        try await withClient("http://127.0.0.1:1/v2") { client in
            #expect(!["\(client)", String(reflecting: client), dumped(client)].contains { $0.contains("s3cret") })
        }
    }

    private func dumped(_ value: some Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }
}
