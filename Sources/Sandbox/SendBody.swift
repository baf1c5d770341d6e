import FoundationEssentials
import WhatsApp

/// The body of one send: checked, and read as far as the sandbox needs it.
struct SendBody: Sendable {
    let from: String
    let to: String
    let profileID: String?
    /// The value of `whatsapp_message`, byte for byte as it was sent.
    let whatsAppMessage: ArraySlice<UInt8>
    /// Tells other bodies from this one; equal for equal bytes within one run of the program.
    let digest: Int

    /// - Throws: ``Refusal`` with everything `RequestCheck` found, or 10015 where the body cannot be read at all.
    init(_ bytes: [UInt8], at arrival: Date) throws(Refusal) {
        let problems = RequestCheck.problems(in: bytes, now: Int(arrival.timeIntervalSince1970 * 1000))
        guard problems.isEmpty else { throw Refusal(problems) }
        let fields: Fields
        do {
            fields = try JSONDecoder().decode(Fields.self, from: Data(bytes))
        } catch {
            throw .unreadableBody
        }
        guard let message = TopLevelMember.value(of: "whatsapp_message", in: bytes) else { throw .unreadableBody }
        from = fields.from
        to = fields.to
        profileID = fields.messagingProfileID
        whatsAppMessage = message
        digest = bytes.hashValue
    }

    private struct Fields: Decodable {
        let from: String
        let to: String
        let messagingProfileID: String?

        enum CodingKeys: String, CodingKey {
            case from, to
            case messagingProfileID = "messaging_profile_id"
        }
    }
}
