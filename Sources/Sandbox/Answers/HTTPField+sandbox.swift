import HTTPTypes

/// Names of the fields that Telnyx uses and `HTTPTypes` does not know (`reference/telnyx-whatsapp.md` §5, §6.1).
extension HTTPField.Name {
    static let idempotencyKey = literal("Idempotency-Key")
    static let idempotentReplayed = literal("Idempotent-Replayed")
    static let rateLimitLimit = literal("x-ratelimit-limit")
    static let rateLimitRemaining = literal("x-ratelimit-remaining")
    static let rateLimitReset = literal("x-ratelimit-reset")

    private static func literal(_ name: StaticString) -> Self {
        guard let name = Self(name.description) else { preconditionFailure("not a field name: \(name)") }
        return name
    }
}
