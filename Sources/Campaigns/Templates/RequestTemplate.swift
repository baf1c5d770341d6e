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

    /// The request for one row, or what is wrong with the row.
    func request(to recipient: PhoneNumber, cells: (Int) -> Value) -> Result<[UInt8], RowProblems> {
        var body: [UInt8] = []
        body.reserveCapacity(512)
        body += head
        body.appendJSON(recipient.description)
        body += middle
        let problems = message.render(into: &body, now: now, cells: cells)
        guard problems.isEmpty else { return .failure(RowProblems(all: problems)) }
        body += tail
        return .success(body)
    }
}

/// Everything wrong with one row; never empty.
struct RowProblems: Error, Equatable {
    let all: [RowProblem]
}
