import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// Posts messages to Telnyx, one request and one outcome at a time; never twice by itself.
package struct TelnyxClient: Sendable {
    private let http: HTTPClient
    private let url: String
    private let key: APIKey
    private let headers: HTTPHeaders
    private let timeout: TimeAmount

    /// Runs `body` with a client whose connections are closed when it returns.
    ///
    /// - Parameter concurrency: requests in flight at most: so many connections are kept.
    package static func withClient<Result>(
        _ connection: Connection, concurrency: Int, _ body: (TelnyxClient) async throws -> Result
    ) async throws -> Result {
        let configuration = HTTPClient.Configuration.forCampaigns(connection, concurrency)
        return try await HTTPClient.withHTTPClient(configuration: configuration) { http in
            try await body(TelnyxClient(http: http, connection))
        }
    }

    private init(http: HTTPClient, _ connection: Connection) {
        self.http = http
        self.url = connection.baseURL.messages
        self.timeout = TimeAmount(connection.timeout)
        self.key = connection.key
        self.headers = [
            "Content-Type": "application/json",
            "Accept": "application/json",
            "User-Agent": connection.userAgent,
        ]
    }

    /// Posts `body` once under the idempotency key `key` and says what came of it.
    ///
    /// - Parameter gate: Asked when a connection stands; the body leaves when it returns.
    package func send(
        _ body: [UInt8], key: String, gate: @escaping @Sendable () async -> Void = {}
    ) async -> Outcome {
        await post(body, key, gate).mapping(self.key.redacting)
    }

    private func post(_ body: [UInt8], _ key: String, _ gate: @escaping @Sendable () async -> Void) async -> Outcome {
        let departure = Departure()
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers = ["Authorization": self.key.authorization]
        request.headers.add(contentsOf: headers)
        request.headers.add(name: "Idempotency-Key", value: key)
        request.body = .stream(
            GatedBody(bytes: ByteBuffer(bytes: body), departure: departure, gate: gate),
            length: .known(Int64(body.count)))
        // Connecting and the wait for the answer have their own time-outs, and the gate holds nobody longer than others
        // took to connect; this ends what comes in drops.
        let deadline = NIODeadline.now() + timeout * 3
        do {
            let response = try await http.execute(request, deadline: deadline)
            return try await outcome(of: response, departure, until: deadline)
        } catch let error as UnsentRequest {
            return error.cause is EarlyAnswer ? .early : Outcome(error.cause, bodyMayHaveLeft: false)
        } catch {
            return Outcome(error, bodyMayHaveLeft: !departure.callOff())
        }
    }
}

extension TelnyxClient {
    /// What the answer to a message means.
    func outcome(
        of response: HTTPClientResponse, _ departure: Departure, until deadline: NIODeadline
    ) async throws -> Outcome {
        Outcome(
            status: Int(response.status.code), headers: response.headers,
            body: redacted(try await answer(response, departure, until: deadline), response.status),
            now: Date.now.timeIntervalSince1970)
    }

    /// The whole body; none where it is lost and the status alone says that nothing was taken.
    ///
    /// The client's read time-out runs once a request has left whole. One that has not may never do so: the client sends
    /// no more of it once it is answered with 300 or above.
    private func answer(
        _ response: HTTPClientResponse, _ departure: Departure, until deadline: NIODeadline
    ) async throws -> [UInt8] {
        do {
            if departure.hasLeft { return try await response.body.collect(until: deadline) }
            return try await deadline.limiting { try await response.body.collect(until: deadline) }
        } catch {
            guard [.unauthorized, .forbidden, .tooManyRequests].contains(response.status) else { throw error }
            return []
        }
    }

    /// The body without the key, before any text of it is cut within the key; a success has only an id.
    private func redacted(_ body: [UInt8], _ status: HTTPResponseStatus) -> [UInt8] {
        status.code < 300 ? body : Array(key.redacting(String(decoding: body, as: UTF8.self)).utf8)
    }
}

extension TelnyxClient: CustomReflectable {
    /// Shows nothing of the library's inside, where requests with the key are under way.
    package var customMirror: Mirror { Mirror(self, children: ["url": url]) }
}

extension Outcome {
    fileprivate static let early = Outcome.notSent(
        Reason(code: "answered_early", sentence: "Telnyx answered before it had the message."))

    /// What the lack of an answer means: safe if no byte of the body had left, else nobody knows.
    init(_ error: any Error, bodyMayHaveLeft: Bool) {
        guard bodyMayHaveLeft else {
            self = .notSent(
                Reason(code: "not_connected", sentence: "No connection to Telnyx: \(error.plainDescription)."))
            return
        }
        self = .ambiguous(
            error.isTimeout
                ? Reason(code: "timeout", sentence: "The request was sent, and no answer came in time.")
                : Reason(
                    code: "connection_lost",
                    sentence: "The request was sent, and the answer was lost: \(error.plainDescription)."))
    }
}
