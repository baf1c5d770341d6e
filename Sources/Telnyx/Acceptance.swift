internal import FoundationEssentials

/// The part of a success that matters: the id, and how long Telnyx holds the message back.
///
/// The rest of the answer lags its own description (reference/telnyx-whatsapp.md §3), so it is not looked at.
struct Acceptance: Decodable {
    let data: Message

    struct Message: Decodable {
        let id: String
        let waitSeconds: Double?

        private enum CodingKeys: String, CodingKey {
            case id
            case waitSeconds = "wait_seconds"
        }
    }

    /// Nil unless the bytes hold an id.
    init?(_ body: [UInt8]) {
        do {
            self = try JSONDecoder().decode(Acceptance.self, from: Data(body))
        } catch {
            // A success that cannot be read is ambiguous; the caller says so.
            return nil
        }
        if data.id.isEmpty { return nil }
    }
}
