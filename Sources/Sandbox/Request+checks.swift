import HTTPTypes
import Hummingbird
import NIOCore

/// What is checked before the body is looked at, in Telnyx's words when it fails.
extension Request {
    /// The longest body read.
    ///
    /// Telnyx's own limit is unknown (`reference/telnyx-whatsapp.md` §10).
    private static let longestBody = 1 << 20

    func require(_ method: HTTPRequest.Method) throws(Refusal) {
        guard self.method == method else { throw .methodNotAllowed(allowed: method) }
    }

    /// Any key is right as long as there is one without white space (§1: no shape is promised).
    func requireKey() throws(Refusal) {
        let scheme = "Bearer "
        guard let credentials = headers[.authorization], credentials.hasPrefix(scheme) else {
            throw .authenticationFailed
        }
        let key = credentials.dropFirst(scheme.count)
        guard !key.isEmpty, !key.contains(where: \.isWhitespace) else { throw .authenticationFailed }
    }

    func requireJSON() throws(Refusal) {
        let mediaType = headers[.contentType]?.prefix { $0 != ";" && !$0.isWhitespace }
        guard mediaType?.lowercased() == "application/json" else { throw .unsupportedMediaType }
    }

    /// The header `Idempotency-Key`: 1–255 of letters, digits, `-`, `_`, `:` (§6.1), or `nil` when absent.
    ///
    /// A header given twice arrives joined by a comma, which is none of these.
    func idempotencyKey() throws(Refusal) -> String? {
        guard let key = headers[.idempotencyKey] else { return nil }
        let isWellFormed = key.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
            default: false
            }
        }
        guard isWellFormed, (1...255).contains(key.utf8.count) else { throw .malformedKey }
        return key
    }

    func bytes() async throws -> [UInt8] {
        do {
            return Array((try await body.collect(upTo: Self.longestBody)).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Refusal.bodyTooLarge
        }
    }
}
