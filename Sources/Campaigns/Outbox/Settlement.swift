import Telnyx

/// How one attempt ended for a message, as the campaign file records it.
struct Settlement: Sendable, Equatable {
    let status: Status
    let messageID: String?
    /// How long Telnyx holds the message back, in seconds.
    let waitSeconds: Double?
    let reason: Outcome.Reason?

    init(_ status: Status, messageID: String? = nil, waitSeconds: Double? = nil, reason: Outcome.Reason? = nil) {
        self.status = status
        self.messageID = messageID
        self.waitSeconds = waitSeconds
        self.reason = reason
    }
}
