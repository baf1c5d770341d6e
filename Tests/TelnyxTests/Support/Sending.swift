import RawServer
import Testing

@testable import Telnyx

/// The body of a success.
let acceptance = #"{"data":{"id":"40385f64-5717-4562-b3fc-2c963f66afa6","wait_seconds":1.5}}"#
let accepted = Outcome.accepted(id: "40385f64-5717-4562-b3fc-2c963f66afa6", waitSeconds: 1.5)

/// Runs `body` with a client of `baseURL`.
func withClient<Result>(
    _ baseURL: String, timeout: Duration = .seconds(60), concurrency: Int = 4,
    _ body: (TelnyxClient) async throws -> Result
) async throws -> Result {
    let connection = Connection(
        baseURL: try BaseURL(baseURL), key: try #require(APIKey("KEY_s3cret")), timeout: timeout,
        userAgent: "campaign/test")
    return try await TelnyxClient.withClient(connection, concurrency: concurrency, body)
}

/// Runs `body` with a server that does what the script says, and a client of it.
func withExchange<Result>(
    _ script: [[Step]], timeout: Duration = .seconds(60), concurrency: Int = 4,
    _ body: (RawServer, TelnyxClient) async throws -> Result
) async throws -> Result {
    try await withServer(script) { server in
        try await withClient("http://127.0.0.1:\(server.port)/v2", timeout: timeout, concurrency: concurrency) {
            try await body(server, $0)
        }
    }
}

extension Outcome {
    static func ambiguous(_ code: String, _ sentence: String) -> Outcome {
        .ambiguous(Reason(code: code, sentence: sentence))
    }

    static func refused(_ code: String, _ sentence: String) -> Outcome {
        .refused(Reason(code: code, sentence: sentence))
    }

    static func account(_ code: String, _ sentence: String) -> Outcome {
        .account(Reason(code: code, sentence: sentence))
    }

    static func tryLater(_ code: String, _ sentence: String, after pause: Duration? = nil) -> Outcome {
        .tryLater(Reason(code: code, sentence: sentence), after: pause)
    }

    /// Neither the sentence nor what else is known: the class and its code.
    var kind: String {
        switch self {
        case .accepted: "accepted"
        case .refused(let reason): "refused \(reason.code)"
        case .tryLater(let reason, _): "try later \(reason.code)"
        case .account(let reason): "account \(reason.code)"
        case .notSent(let reason): "not sent \(reason.code)"
        case .ambiguous(let reason): "ambiguous \(reason.code)"
        }
    }
}
