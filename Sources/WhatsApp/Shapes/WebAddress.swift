/// What WhatsApp takes for a link (reference/whatsapp-rules.md §1.2, §1.3): `http` or `https`, a host, no spaces.
enum WebAddress {
    static func isValid(_ text: String) -> Bool {
        guard let rest = afterScheme(text) else { return false }
        return rest.allSatisfy(isAllowed) && isHost(authority(rest))
    }

    static func isInsecure(_ text: String) -> Bool { text.utf8.afterPrefix("http://") != nil }

    /// Whether the query has a field of an expiring signature: `X-Amz-…`, `Expires`, `Signature`, `Policy` (§1.2).
    static func isSigned(_ text: String) -> Bool {
        guard let query = text.utf8.firstIndex(of: 0x3F) else { return false }
        var rest = text.utf8[query...].dropFirst()
        while !rest.isEmpty {
            if isSignature(rest) { return true }
            rest = rest.drop { $0 != 0x26 }.dropFirst()
        }
        return false
    }

    /// Whether a field of a signature begins here.
    private static func isSignature(_ query: Substring.UTF8View) -> Bool {
        let name: String
        switch (query.first ?? 0) | 0x20 {
        case UInt8(ascii: "x"): return query.afterPrefix("x-amz-") != nil
        case UInt8(ascii: "e"): name = "expires"
        case UInt8(ascii: "s"): name = "signature"
        case UInt8(ascii: "p"): name = "policy"
        default: return false
        }
        guard let rest = query.afterPrefix(name) else { return false }
        return rest.isEmpty || rest.first == 0x3D || rest.first == 0x26
    }

    /// Whether the host is one of Meta's `scontent…` (§1.2).
    static func isMetaSample(_ text: String) -> Bool {
        guard let rest = afterScheme(text) else { return false }
        return rest.afterPrefix("scontent") != nil
    }

    /// The first address in running text, to the next space.
    static func first(in text: String) -> Substring? {
        let bytes = text.utf8
        let start = bytes.indices.first { index in
            bytes[index...].afterPrefix("http://") != nil || bytes[index...].afterPrefix("https://") != nil
        }
        return start.map { text[$0...].prefix { !$0.isWhitespace } }
    }

    /// Whether a preview can be made: the host is a name, not an IP address (§1.1).
    static func hasHostName(_ address: Substring) -> Bool {
        guard let rest = afterScheme(String(address)) else { return false }
        let host = authority(rest).prefix(while: isHostByte)
        return host.contains(0x2E) && !host.allSatisfy { $0.isDigit || $0 == 0x2E }
    }

    /// No control characters, spaces and what RFC 3986 §2 keeps out of an address.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F: false
        case 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D: false
        default: true
        }
    }

    private static func afterScheme(_ text: String) -> Substring.UTF8View? {
        text.utf8.afterPrefix("https://") ?? text.utf8.afterPrefix("http://")
    }

    private static func authority(_ rest: Substring.UTF8View) -> Substring.UTF8View {
        rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    }

    /// Labels of letters, digits and hyphens with a port behind; other scripts pass as they are.
    private static func isHost(_ authority: Substring.UTF8View) -> Bool {
        let parts = authority.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard let name = parts.first, parts.count <= 2, !name.isEmpty, name.first != 0x2E else { return false }
        if parts.count == 2, !parts[1].allSatisfy(\.isDigit) || parts[1].isEmpty { return false }
        return name.allSatisfy(isHostByte)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == 0x2D || byte == 0x2E || byte >= 0x80
    }
}

extension Collection<UInt8> where SubSequence == Substring.UTF8View {
    /// What stands behind `prefix`, which is in lower case and here in any; nil if something else begins this.
    fileprivate func afterPrefix(_ prefix: String) -> Substring.UTF8View? {
        var rest = self[...]
        for expected in prefix.utf8 {
            guard let byte = rest.popFirst(), byte == expected || (byte.isCapital && byte | 0x20 == expected) else {
                return nil
            }
        }
        return rest
    }
}
