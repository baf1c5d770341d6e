import Testing

@testable import Telnyx

@Suite struct BaseURLTests {
    @Test(arguments: [
        ("https://api.telnyx.com/v2", "https://api.telnyx.com/v2"),
        ("https://api.telnyx.com/v2/", "https://api.telnyx.com/v2"),
        ("https://api.telnyx.com/v2//", "https://api.telnyx.com/v2"),
        ("https://api.telnyx.com", "https://api.telnyx.com"),
        ("https://proxy.example.com:8443/a/b", "https://proxy.example.com:8443/a/b"),
        ("https://127.evil.com/v2", "https://127.evil.com/v2"),
        ("http://127.0.0.1:4010/v2/", "http://127.0.0.1:4010/v2"),
        ("http://127.1.2.3/v2", "http://127.1.2.3/v2"),
        ("http://localhost:4010/v2", "http://localhost:4010/v2"),
        ("http://[::1]:4010/v2", "http://[::1]:4010/v2"),
    ])
    func `an address is kept without slashes at its end`(_ text: String, _ description: String) throws {
        let url = try BaseURL(text)
        #expect(url.description == description)
        #expect(url.messages == description + "/messages/whatsapp")
    }

    @Test(arguments: [
        "http://api.telnyx.com/v2", "http://127.evil.com/v2", "http://127.0.0.1.example.com", "http://0.0.0.0:4010",
        "http://10.0.0.1/v2", "http://localhost.example.com", "HTTP://api.telnyx.com",
    ])
    func `a key does not cross a network unencrypted`(_ text: String) {
        let message = "'\(text)' would send the API key unencrypted. Use https; http is for this machine only."
        #expect(throws: BaseURL.Invalid(message: message)) { try BaseURL(text) }
    }

    @Test(arguments: [
        "", " ", "api.telnyx.com/v2", "/v2", "https:", "https://", "https:///v2", "https://api.telnyx.com/v2?a=b",
        "https://api.telnyx.com/v2?", "https://api.telnyx.com/v2#a", "https://user@api.telnyx.com/v2",
        "https://user:word@api.telnyx.com/v2", "http://127.0.0.1@example.com/v2",
        "http://127.0.0.1:99999/v2", "https://api.telnyx.com:65536/v2", "https://api.telnyx.com:0/v2",
        "https://api.telnyx.com/" + String(repeating: "v", count: 2000),
    ])
    func `what is no plain address is refused`(_ text: String) {
        let message = "'\(text)' is not an address of the form https://host/v2."
        #expect(throws: BaseURL.Invalid(message: message)) { try BaseURL(text) }
    }

    @Test(arguments: ["ftp://api.telnyx.com/v2", "ws://localhost/v2", "file://localhost/v2"])
    func `only HTTP is spoken`(_ text: String) {
        let message = "'\(text)' begins with neither https:// nor http://."
        #expect(throws: BaseURL.Invalid(message: message)) { try BaseURL(text) }
    }

    @Test(arguments: [
        ("https://api.telnyx.com/v2", "api.telnyx.com"), ("https://API.telnyx.com/v3/", "api.telnyx.com"),
        ("https://proxy.example.com:8443/a", "proxy.example.com:8443"), ("http://127.0.0.1:4010/v2", "this machine"),
        ("http://localhost:1/v2", "this machine"), ("https://[::1]:2/v2", "this machine"),
        ("https://127.evil.com/v2", "127.evil.com"), ("https://api.telnyx.com:443/v2", "api.telnyx.com"),
    ])
    func `a service is a host, or this machine`(_ text: String, _ service: String) throws {
        #expect(try BaseURL(text).service == service)
    }

    @Test(arguments: [
        ("https://api.telnyx.com/v2", true), ("http://127.0.0.1:4010/a/b", true), ("https://api.telnyx.com", false),
        ("http://localhost:1/", false),
    ])
    func `an address has a path or none`(_ text: String, _ hasPath: Bool) throws {
        #expect(try BaseURL(text).hasPath == hasPath)
    }

    @Test func `Telnyx is where requests go by default`() {
        #expect(BaseURL.telnyx.messages == "https://api.telnyx.com/v2/messages/whatsapp")
    }
}
