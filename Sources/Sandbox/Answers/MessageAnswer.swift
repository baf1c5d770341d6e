import FoundationEssentials

/// The `data` of an answer to a send, without the echoed `body` (`reference/telnyx-whatsapp.md` §3).
struct MessageAnswer: Encodable {
    private let message: Message

    init(_ message: Message) {
        self.message = message
    }

    private enum Key: String, CodingKey {
        case id, type, direction, from, to, encoding
        case recordType = "record_type"
        case organizationID = "organization_id"
        case profileID = "messaging_profile_id"
        case receivedAt = "received_at"
        case waitSeconds = "wait_seconds"
    }

    func encode(to encoder: any Encoder) throws {
        var data = encoder.container(keyedBy: Key.self)
        try data.encode("message", forKey: .recordType)
        try data.encode("outbound", forKey: .direction)
        try data.encode(message.idText, forKey: .id)
        try data.encode("WHATSAPP", forKey: .type)
        try data.encode("5a4db0c5-0000-4000-8000-000000000001", forKey: .organizationID)
        try data.encode(message.profileID ?? "5a4db0c5-0000-4000-8000-000000000002", forKey: .profileID)
        try data.encode(Party(phoneNumber: message.from, carrier: "Telnyx", lineType: "Wireless"), forKey: .from)
        try data.encode([Party(phoneNumber: message.to, status: "queued")], forKey: .to)
        try data.encode("utf-8", forKey: .encoding)
        try data.encode(message.receivedAt.rfc3339, forKey: .receivedAt)
        try data.encode(message.waitSeconds, forKey: .waitSeconds)
    }

    private struct Party: Encodable {
        let phoneNumber: String
        var status: String?
        var carrier = ""
        var lineType = ""

        enum CodingKeys: String, CodingKey {
            case status, carrier
            case phoneNumber = "phone_number"
            case lineType = "line_type"
        }
    }
}

extension Date {
    /// RFC 3339 in UTC with milliseconds, as Telnyx writes it.
    var rfc3339: String {
        formatted(ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
