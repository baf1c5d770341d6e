import HTTPTypes

/// The refusals of Telnyx that the sandbox can give.
///
/// Codes and titles: `reference/telnyx-whatsapp.md` §4.3 and §4.4. The HTTP status of 403xx and 40008 is unknown (§10);
/// 400 follows the one sighting, of 40305.
extension Refusal {
    static let authenticationFailed = Refusal(
        401, "10009", "Authentication failed",
        "The required authentication headers were either invalid or not included in the request."
    )
    static let notFound = Refusal(404, "10005", "Resource not found", "There is nothing at this URL.")
    static let unsupportedMediaType = Refusal(
        415, "10014", "Unsupported Media Type", "Content-Type must be application/json.",
        pointer: "/header/Content-Type"
    )
    static let unreadableBody = Refusal(
        400, "10015", "Bad Request", "The body is not a JSON object with 'from', 'to' and 'whatsapp_message'.",
        pointer: ""
    )
    static let bodyTooLarge = Refusal(413, "10015", "Bad Request", "The body is longer than 1 MiB.", pointer: "")
    static let malformedKey = Refusal(
        400, "10015", "Bad Request",
        "Idempotency-Key must be 1 to 255 letters, digits, '-', '_' or ':', and given once.",
        pointer: "/header/Idempotency-Key"
    )
    static let keyInProgress = Refusal(
        409, "10036", "Resource is being processed",
        "A request with this Idempotency-Key is already being processed.",
        pointer: "/header/Idempotency-Key"
    )
    static let keyReused = Refusal(
        422, "10027", "Unprocessable entity", "This Idempotency-Key was used with another request body.",
        pointer: "/header/Idempotency-Key"
    )
    static let tooManyRequests = Refusal(
        429, "10011", "Too many requests", "You have exceeded the maximum number of allowed requests."
    )
    /// With both ways to say how long: the documented one, and the one the official SDKs honour (§5).
    static let tryAgainInASecond = tooManyRequests.with(.rateLimitReset, "1").with(.retryAfter, "1")
    static let unexpectedError = Refusal(500, "10007", "Unexpected error", "Something failed on the server.")
    static let serviceUnavailable = Refusal(503, "10037", "Service unavailable", "The service is down for a moment.")

    static func methodNotAllowed(allowed: HTTPRequest.Method) -> Refusal {
        Refusal(405, "10030", "Method not allowed", "This URL takes \(allowed.rawValue) only.")
            .with(.allow, allowed.rawValue)
    }

    static let invalidTo = Refusal(
        400, "40310", "Invalid 'to' address", "The 'to' address is not a valid number.", pointer: "/to"
    )
    static let blockedByStop = Refusal(
        400, "40300", "Blocked due to STOP message", "The recipient has opted out by a STOP message.", pointer: "/to"
    )
    static let undeliverable = Refusal(
        400, "40008", "Undeliverable", "The template is not approved, or the recipient is not on WhatsApp."
    )
    static let unprocessable = Refusal(
        422, "10027", "Unprocessable entity", "The message breaks a rule.", pointer: "/whatsapp_message"
    )
    static let accountInactive = Refusal(403, "20012", "Account inactive", "The account is inactive, check its funds.")

    /// The page of a proxy that got no answer from the service behind it.
    static func proxyPage(_ status: Int) -> Refusal {
        Refusal(status: status, page: "<!DOCTYPE html><title>\(status)</title><h1>The server had a problem</h1>\n")
    }
}
