/// What WhatsApp takes for a link (reference §1.2, §1.3): `http` or `https`, a host, no spaces.
enum WebAddress {
    static func isValid(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let rest = afterScheme(text) else { return false }
        // Control characters, spaces and what RFC 3986 §2 keeps out of an address.
        let isClean = bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && !excluded.contains($0) }
        return isClean && isHost(rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 })
    }

    private static let excluded: Set<UInt8> = Set("\"<>\\^`{|}".utf8)

    private static func afterScheme(_ text: String) -> Substring.UTF8View? {
        let lower = text.prefix(8).lowercased()
        if lower.hasPrefix("https://") { return text.dropFirst(8).utf8 }
        if lower.hasPrefix("http://") { return text.dropFirst(7).utf8 }
        return nil
    }

    /// Labels of letters, digits and hyphens with a port behind; other scripts pass as they are.
    private static func isHost(_ authority: Substring.UTF8View) -> Bool {
        let parts = authority.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard let name = parts.first, parts.count <= 2, !name.isEmpty, name.first != 0x2E else { return false }
        if parts.count == 2, !parts[1].allSatisfy(\.isDigit) || parts[1].isEmpty { return false }
        return name.allSatisfy {
            $0.isDigit || $0.isLowercaseLetter || $0.isCapital || $0 == 0x2D || $0 == 0x2E || $0 >= 0x80
        }
    }
}
