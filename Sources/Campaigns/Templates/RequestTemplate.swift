import Liquid
import WhatsApp

/// The whole request of a campaign: sender, recipient, message and the optional fields, as compact JSON
/// (reference/telnyx-whatsapp.md §2.1).
struct RequestTemplate: Sendable {
    let sender: PhoneNumber
    let message: MessageTemplate
    private let now: Now
    private let head: [UInt8]
    private let middle: [UInt8]
    private let tail: [UInt8]

    init(
        sender: PhoneNumber, message: MessageTemplate, now: Now, webhookURL: String?, messagingProfileID: String?
    ) {
        self.sender = sender
        self.message = message
        self.now = now
        var head = Array("{\"from\":".utf8)
        head.appendJSON(sender.description)
        head += ",\"to\":".utf8
        self.head = head
        self.middle = Array(",\"type\":\"WHATSAPP\",\"whatsapp_message\":".utf8)
        var tail: [UInt8] = []
        for (name, value) in [("webhook_url", webhookURL), ("messaging_profile_id", messagingProfileID)] {
            guard let value else { continue }
            tail += ",\"\(name)\":".utf8
            tail.appendJSON(value)
        }
        self.tail = tail + [UInt8(ascii: "}")]
    }

    /// Appends the request for one row to `body`, which is spoilt where there are problems.
    func render(into body: inout [UInt8], to recipient: PhoneNumber, cells: (Int) -> Value) -> RowFindings {
        body += head
        body.appendJSON(recipient.description)
        body += middle
        let findings = message.render(into: &body, now: now, cells: cells)
        body += tail
        return findings
    }
}
