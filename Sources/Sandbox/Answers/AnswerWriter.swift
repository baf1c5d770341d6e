import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// Turns what the sandbox decided into bytes.
struct AnswerWriter: Sendable {
    private let encoder: JSONEncoder

    /// Keys are sorted, for a replayed answer must be the first one byte for byte.
    init() {
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// The answer to a send: the shape of `reference/examples/responses/accepted_200.json`.
    ///
    /// `body` goes out as it came in, so it is spliced into the encoded answer as its first member.
    func response(_ message: Message, body: SendBody, isReplay: Bool = false) throws -> Response {
        let rest = try encoder.encode(MessageAnswer(message)).dropFirst()
        var json = ByteBuffer()
        json.reserveCapacity(rest.count + body.whatsAppMessage.count + 32)
        json.writeString(#"{"data":{"body":"#)
        json.writeBytes(body.whatsAppMessage)
        json.writeString(",")
        json.writeBytes(rest)
        json.writeString("}")
        var response = Self.response(.ok, json)
        if isReplay { response.headers[.idempotentReplayed] = "true" }
        return response
    }

    /// The answer to `GET /v2/messages/{id}`: the same without `body`, which is not kept.
    func response(_ message: Message) throws -> Response {
        Self.response(.ok, ByteBuffer(bytes: try encoder.encode(["data": MessageAnswer(message)])))
    }

    func response(_ deliveries: Deliveries) throws -> Response {
        Self.response(.ok, ByteBuffer(bytes: try encoder.encode(deliveries)))
    }

    func response(_ refusal: Refusal, extra: HTTPFields = [:]) throws -> Response {
        let status = HTTPResponse.Status(code: refusal.status)
        var response =
            switch refusal.body {
            case .errors(let errors):
                Self.response(status, ByteBuffer(bytes: try encoder.encode(["errors": errors])))
            case .page(let html):
                Self.response(status, ByteBuffer(string: html), type: "text/html")
            }
        response.headers.append(contentsOf: refusal.headers)
        response.headers.append(contentsOf: extra)
        return response
    }

    /// A success whose body says nothing a program could read.
    var unreadable: Response {
        Self.response(.ok, ByteBuffer(string: "OK, message queued\n"), type: "text/plain")
    }

    private static func response(
        _ status: HTTPResponse.Status, _ body: ByteBuffer, type: String = "application/json"
    ) -> Response {
        Response(
            status: status,
            headers: [.contentType: "\(type); charset=utf-8"],
            body: ResponseBody(byteBuffer: body)
        )
    }
}
