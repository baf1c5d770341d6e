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

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            id = try values.decode(String.self, forKey: .id)
            // The id counts, in whatever form the time is.
            waitSeconds = try? values.decodeIfPresent(Double.self, forKey: .waitSeconds)
        }
    }

    /// Nil unless the bytes hold an id: up to 200 bytes without control characters, not all of them blank.
    init?(_ body: [UInt8]) {
        do {
            self = try JSONDecoder().decode(Acceptance.self, from: Data(body))
        } catch {
            // A success that cannot be read is ambiguous; the caller says so.
            return nil
        }
        // What is no id could not be kept, or not shown.
        guard (1...200).contains(data.id.utf8.count), data.id.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
            data.id.utf8.contains(where: { (0x21...0x7E).contains($0) })
        else { return nil }
    }
}
