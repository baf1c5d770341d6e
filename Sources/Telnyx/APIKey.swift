/// Telnyx's secret.
///
/// Never shows itself: descriptions, dumps and mirrors say `<redacted>`.
package struct APIKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let secret: String

    /// The key, or nil for what can't be one: empty, or with white space or control characters inside.
    ///
    /// Nothing else is known of its form (reference/telnyx-whatsapp.md §1).
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        self.secret = text
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
