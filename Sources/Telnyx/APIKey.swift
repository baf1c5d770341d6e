/// Telnyx's secret.
///
/// Never shows itself: descriptions, dumps and mirrors say `<redacted>`.
package struct APIKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let secret: String

    /// The key, or nil for what can't be one: empty, longer than 4,096 bytes, or with white space or control characters inside.
    ///
    /// Nothing else is known of its form (reference/telnyx-whatsapp.md §1).
    package init?(_ text: String) {
        guard (1...Self.mostBytes).contains(text.utf8.count), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return nil
        }
        self.secret = text
    }

    /// More than any key has, and less than what HTTP servers take for a header.
    private static let mostBytes = 4096

    /// The text with the key in it replaced: a server may repeat what it was sent.
    ///
    /// A key of a few characters, which is none of Telnyx's, would be found in anything.
    func redacting(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard secret.utf8.count >= 8, isIn(bytes) else { return text }
        // Byte by byte too: its last letter and a combining mark would be another character.
        return String(decoding: bytes.replacing(secret.utf8, with: description.utf8), as: UTF8.self)
    }

    /// Looking for it byte by byte takes a tenth of the time of replacing it, and it is nearly never there.
    private func isIn(_ text: [UInt8]) -> Bool {
        text.indices.dropLast(secret.utf8.count - 1).contains { text[$0...].starts(with: secret.utf8) }
    }

    /// The value of the `Authorization` header: the one place where the secret leaves.
    var authorization: String { "Bearer \(secret)" }

    /// Never the key.
    package var description: String { "<redacted>" }
    /// Never the key.
    package var debugDescription: String { description }
    /// Nothing to see.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
