/// What WhatsApp takes for a link (reference/whatsapp-rules.md §1.2, §1.3): `http` or `https`, a host, no spaces.
enum WebAddress {
    static func isValid(_ text: String) -> Bool {
        guard let rest = afterScheme(text) else { return false }
        // Control characters, spaces and what RFC 3986 §2 keeps out of an address.
        let isClean = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !excluded.contains($0) }
        return isClean && isHost(authority(rest))
    }

    static func isInsecure(_ text: String) -> Bool { text.prefix(7).lowercased() == "http://" }

    /// Whether the query has a field of an expiring signature: `X-Amz-…`, `Expires`, `Signature`, `Policy` (§1.2).
    static func isSigned(_ text: String) -> Bool {
        guard let query = text.utf8.firstIndex(of: 0x3F) else { return false }
        return text[query...].dropFirst().split(separator: "&").contains { field in
            let name = field.prefix { $0 != "=" && $0 != "#" }.lowercased()
            return name.hasPrefix("x-amz-") || name == "expires" || name == "signature" || name == "policy"
        }
    }

    /// Whether the host is one of Meta's `scontent…` (§1.2).
    static func isMetaSample(_ text: String) -> Bool {
        guard let rest = afterScheme(text) else { return false }
        return Substring(authority(rest)).lowercased().hasPrefix("scontent")
    }

    /// The first address in running text, to the next space.
    static func first(in text: String) -> Substring? {
        text.split(whereSeparator: \.isWhitespace).lazy
            .compactMap { word in
                ["https://", "http://"].lazy
                    .compactMap { word.firstRange(of: $0)?.lowerBound }
                    .first
                    .map { start in word[start...] }
            }
            .first
    }

    /// Whether a preview can be made: a valid address whose host is a name, not an IP address (§1.1).
    static func hasHostName(_ address: Substring) -> Bool {
        guard let rest = afterScheme(String(address)) else { return false }
        let host = authority(rest).prefix { $0 != 0x3A }
        return isHost(host) && host.contains(0x2E) && !host.allSatisfy { $0.isDigit || $0 == 0x2E }
    }

    private static let excluded: Set<UInt8> = Set("\"<>\\^`{|}".utf8)

    private static func afterScheme(_ text: String) -> Substring.UTF8View? {
        let lower = text.prefix(8).lowercased()
        if lower.hasPrefix("https://") { return text.dropFirst(8).utf8 }
        if lower.hasPrefix("http://") { return text.dropFirst(7).utf8 }
        return nil
    }

    private static func authority(_ rest: Substring.UTF8View) -> Substring.UTF8View {
        rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    }

    /// Labels of letters, digits and hyphens with a port behind; other scripts pass as they are.
    private static func isHost(_ authority: Substring.UTF8View) -> Bool {
        let parts = authority.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard let name = parts.first, parts.count <= 2, !name.isEmpty, name.first != 0x2E else { return false }
        if parts.count == 2, !parts[1].allSatisfy(\.isDigit) || parts[1].isEmpty { return false }
        return name.allSatisfy { $0.isLetterOrDigit || $0 == 0x2D || $0 == 0x2E || $0 >= 0x80 }
    }
}
