import ArgumentParser
import Campaigns
import FoundationEssentials
import Glibc
import Sandbox
import Telnyx

/// Where messages go and in whose name.
struct ConnectionFlags: ParsableArguments {
    @Flag(help: "Send to an embedded sandbox instead of Telnyx; no key is needed.")
    var sandbox = false

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp(
            "Where to post. Default: TELNYX_BASE_URL, else \(BaseURL.telnyx).", valueName: "url"))
    var baseURL: String?

    @Option(
        help: ArgumentHelp("Time for one attempt, such as 500ms. Default: 30s.", valueName: "duration"),
        transform: OptionText.timeLimit)
    var timeout = ConnectionFlags.standardTimeout

    private static let standardTimeout = TimeSpan(seconds: 30)

    func validate() throws {
        if sandbox, baseURL != nil { throw ValidationError("--sandbox and --base-url exclude each other.") }
    }

    /// What a later run needs to reach the same service; the environment is taken to stay as it is.
    var repeated: [String] {
        (sandbox ? ["--sandbox"] : baseURL.map { ["--base-url", $0] } ?? [])
            + (timeout == Self.standardTimeout ? [] : ["--timeout", "\(timeout)"])
    }

    /// The ends that this process has of every connection: an embedded sandbox has the other one.
    var ends: Int { sandbox ? 2 : 1 }

    /// The ends of as many connections as may be asked for.
    var mostEnds: Int { SendingOptions.concurrencies.upperBound * ends }

    /// Runs `body` with the connection that was asked for, and the sandbox if that is it.
    func withConnection<Result>(_ body: (Connection) async throws -> Result) async throws -> Result {
        OpenFiles.reserve(connections: mostEnds)
        // Whoever reads what a run says may go away; the run goes on.
        _ = signal(SIGPIPE, SIG_IGN)
        guard sandbox else { return try await body(connection(to: address, key)) }
        return try await withSandbox { address in
            try await body(connection(to: BaseURL(address.baseURL), APIKey("KEY_sandbox"), service: "the sandbox"))
        }
    }

    private func connection(to url: BaseURL, _ key: APIKey?, service: String? = nil) throws -> Connection {
        guard let key else { throw MissingKey(isSet: environment["TELNYX_API_KEY"]?.isEmpty == false) }
        return Connection(
            baseURL: url, service: service, key: key, timeout: timeout.duration, userAgent: Version.userAgent,
            certificates: url.isEncrypted ? try certificates : nil)
    }

    /// Those that `SSL_CERT_FILE` names, as it does for OpenSSL, curl and Python: for a test server or a proxy of
    /// one's own.
    private var certificates: TrustedCertificates? {
        get throws {
            guard let path = environment["SSL_CERT_FILE"], !path.isEmpty else { return nil }
            do throws(TrustedCertificates.Invalid) {
                return try TrustedCertificates(contentsOf: path)
            } catch {
                throw InputError.unreadable(file: "SSL_CERT_FILE \(path)", cause: error.cause)
            }
        }
    }

    private var key: APIKey? { environment["TELNYX_API_KEY"].flatMap { APIKey($0) } }

    private var address: BaseURL {
        get throws {
            // An empty option is a mistake, perhaps a variable that is not set; an empty variable is none.
            if let baseURL { return try BaseURL(baseURL) }
            guard let text = environment["TELNYX_BASE_URL"], !text.isEmpty else { return .telnyx }
            return try BaseURL(text)
        }
    }

    private var environment: [String: String] { ProcessInfo.processInfo.environment }
}

/// There is no API key to send with.
struct MissingKey: Error {
    /// Whether there is something in its place.
    let isSet: Bool

    var message: String {
        isSet
            ? "TELNYX_API_KEY holds no key: a key has no spaces, line breaks or letters beyond ASCII, and at most 4096 bytes."
            : "The API key is missing. Put it into the environment variable TELNYX_API_KEY."
    }
}
