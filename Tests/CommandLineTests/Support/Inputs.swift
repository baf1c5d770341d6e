import FoundationEssentials
import SystemPackage

/// Files of the repository that the tests use.
enum Repository {
    private static let root = FilePath(#filePath).removingLastComponent().removingLastComponent()
        .removingLastComponent().removingLastComponent()

    /// The names of all templates.
    static var templates: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: root.appending("templates").string).sorted() }
    }

    static func template(_ name: String) -> String { root.appending("templates").appending(name).string }

    /// A server's certificate and its key, which `openssl req -x509` made to last 100 years: `here` is this machine's.
    static func certificate(_ name: String) -> String { root.appending("Tests/Certificates/\(name).pem").string }

    static func sample(_ name: String) -> String { root.appending("samples").appending(name).string }
}

/// Small inputs that most tests need.
enum Inputs {
    static let sender = "+15005550999"

    /// A text message with a placeholder, quotes and an emoji.
    static let greeting = """
        type: text
        text:
          body: "Hello {{ name }}, \\"your\\" order is on its way 🎉"
        """

    /// So many recipients, all different.
    static func recipients(_ count: Int) -> String {
        (1...count).reduce("phone,name\n") { $0 + "\(number($1)),Customer \($1)\n" }
    }

    /// So many recipients with a long note each, so that writing the campaign file and the results takes its time.
    static func wideRecipients(_ count: Int) -> String {
        let note = String(repeating: "note ", count: wideRowBytes / 5)
        return (1...count).reduce("phone,name,note\n") { $0 + "\(number($1)),Customer \($1),\(note)\n" }
    }

    /// About the size of a row of `wideRecipients`.
    static let wideRowBytes = 5000

    /// The number in a row of `recipients`.
    static func number(_ row: Int) -> String { "+1202555\(1000 + row)" }
}

extension Scratch {
    /// Writes `clients.csv` with so many recipients, and `greeting.yaml`.
    func prepareInputs(_ count: Int) throws {
        try write(Inputs.recipients(count), to: "clients.csv")
        try write(Inputs.greeting, to: "greeting.yaml")
    }

    /// The arguments of `send` for those inputs.
    func sendArguments(to baseURL: String? = nil) -> [String] {
        let arguments = [
            "send", "clients.csv", "--template", "greeting.yaml", "--from", Inputs.sender, "--yes", "--rate", "10000",
        ]
        return arguments + (baseURL.map { ["--base-url", $0] } ?? [])
    }

    /// Runs `send` on those inputs.
    func send(to baseURL: String? = nil, _ more: String..., key: String? = Program.key) async throws -> Ending {
        try await campaign(sendArguments(to: baseURL) + more, key: key)
    }

    /// Runs `resume` on the campaign made of them.
    func resume(to baseURL: String, _ more: String..., key: String? = Program.key) async throws -> Ending {
        try await campaign(
            ["resume", "clients.campaign", "--yes", "--rate", "10000", "--base-url", baseURL] + more, key: key)
    }
}
