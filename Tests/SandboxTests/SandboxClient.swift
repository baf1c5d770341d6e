import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import Sandbox

/// A real client of a running sandbox.
struct SandboxClient: Sendable {
    let http: HTTPClient
    let address: SandboxAddress

    static let headers = [("Authorization", "Bearer KEY123"), ("Content-Type", "application/json")]

    /// Posts `body` to the send endpoint.
    func send(
        _ body: String, key: String? = nil, headers: [(String, String)] = Self.headers
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: address.baseURL + "/messages/whatsapp")
        request.method = .POST
        request.headers = HTTPHeaders(headers)
        if let key { request.headers.add(name: "Idempotency-Key", value: key) }
        request.body = .bytes(ByteBuffer(string: body))
        return try await execute(request)
    }

    /// Posts a text message to `to`.
    func send(to: String, key: String? = nil) async throws -> Answer {
        try await send(textMessage(to: to), key: key)
    }

    func get(_ url: String) async throws -> Answer {
        var request = HTTPClientRequest(url: url)
        request.headers = HTTPHeaders(Self.headers)
        return try await execute(request)
    }

    func execute(_ request: HTTPClientRequest) async throws -> Answer {
        let response = try await http.execute(request, timeout: .seconds(30))
        let body = try await response.body.collect(upTo: 1 << 24)
        return Answer(status: Int(response.status.code), headers: response.headers, body: String(buffer: body))
    }

    func deliveries() async throws -> Deliveries {
        try await get(address.deliveriesURL).decoded()
    }
}

/// What came back, read as a test wants it.
struct Answer: Sendable {
    let status: Int
    private let headers: HTTPHeaders
    let body: String

    init(status: Int, headers: HTTPHeaders, body: String) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Every value of a header field.
    func header(_ name: String) -> [String] { headers[name] }

    func decoded<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(body.utf8))
    }

    /// The `data` of an accepted send.
    func accepted() throws -> AcceptedMessage {
        struct Envelope: Decodable { let data: AcceptedMessage }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Envelope.self, from: Data(body.utf8)).data
    }

    /// Status, and code and pointer of the only error.
    func refusal() throws -> RefusalSummary {
        let errors = try decoded(ErrorEnvelope.self).errors
        return RefusalSummary(
            status: status,
            code: errors.map(\.code).joined(separator: " "),
            pointer: errors.first?.source?.pointer
        )
    }

    func messageID() throws -> String {
        try accepted().id
    }
}

struct RefusalSummary: Equatable {
    let status: Int
    let code: String
    let pointer: String?

    init(status: Int, code: String, pointer: String? = nil) {
        self.status = status
        self.code = code
        self.pointer = pointer
    }
}

private struct ErrorEnvelope: Decodable {
    struct Entry: Decodable {
        struct Source: Decodable { let pointer: String }
        let code: String
        let title: String
        let detail: String
        let source: Source?
    }
    let errors: [Entry]
}

/// What the answer to a send says about the message, every field required.
struct AcceptedMessage: Decodable, Equatable {
    struct Sender: Decodable, Equatable {
        let phoneNumber: String
        let carrier: String
        let lineType: String
    }

    struct Recipient: Decodable, Equatable {
        let phoneNumber: String
        let status: String
        let carrier: String
        let lineType: String
    }

    let recordType: String
    let direction: String
    let id: String
    let type: String
    let organizationId: String
    let messagingProfileId: String
    let from: Sender
    let to: [Recipient]
    let encoding: String
    let receivedAt: String
    let waitSeconds: Double
}

func textMessage(to: String, _ text: String = "Hello") -> String {
    """
    {"from":"+15005550100","to":"\(to)","type":"WHATSAPP",\
    "whatsapp_message":{"type":"text","text":{"body":"\(text)"}}}
    """
}

/// Runs `body` with a client of a sandbox of its own.
func withClient<Result>(
    _ options: SandboxOptions = SandboxOptions(),
    _ body: (SandboxClient) async throws -> Result
) async throws -> Result {
    try await withSandbox(options) { address in
        try await HTTPClient.withHTTPClient { http in
            try await body(SandboxClient(http: http, address: address))
        }
    }
}
