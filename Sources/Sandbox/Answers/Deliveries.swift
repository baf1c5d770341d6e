/// What the sandbox accepted and would have sent: the answer to `GET /sandbox/deliveries`.
///
/// The sandbox's own, not part of Telnyx's API. A replayed answer is no delivery; an accepted send whose answer was
/// lost, late or unreadable is one. In the order of acceptance.
package struct Deliveries: Codable, Sendable, Equatable {
    /// One accepted send.
    package struct Delivery: Codable, Sendable, Equatable {
        /// The recipient as it was sent.
        package let to: String
        /// The header `Idempotency-Key`, if there was one.
        package let key: String?
        /// The message id of the answer, lower case.
        package let id: String
        /// When the request arrived, before any latency: RFC 3339, UTC, milliseconds.
        package let receivedAt: String

        /// The names in JSON.
        package enum CodingKeys: String, CodingKey {
            case to, key, id
            case receivedAt = "received_at"
        }

        init(_ message: Message) {
            to = message.to
            key = message.key
            id = message.idText
            receivedAt = message.receivedAt.rfc3339
        }
    }

    /// All messages taken.
    package let total: Int
    /// The messages taken, in the order in which they came.
    package let deliveries: [Delivery]

    init(_ deliveries: [Delivery]) {
        total = deliveries.count
        self.deliveries = deliveries
    }
}
