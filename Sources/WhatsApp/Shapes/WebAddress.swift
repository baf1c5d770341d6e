/// What WhatsApp takes for a link (reference/whatsapp-rules.md §1.2, §1.3): `http` or `https`, a host, no spaces.
enum WebAddress {
    static func isValid(_ text: String) -> Bool {
        let bytes = text.utf8.span
        guard let start = schemeEnd(bytes) else { return false }
        return bytes.extracting(start...).allSatisfy(isAllowed)
            && isHost(bytes.extracting(start..<authorityEnd(bytes, from: start)))
    }

    /// Whether there are addresses that begin so.
    static func canBegin(with text: String) -> Bool {
        ["http://", "https://"].contains { zip($0.utf8, text.lowercased().utf8).allSatisfy(==) }
    }

    /// Whether there are addresses in which this stands.
    static func canHold(_ text: String) -> Bool { text.utf8.allSatisfy(isAllowed) }

    /// What keeps a text that begins as an address does from being one, in words: `a space`, `'|'`.
    static func foreign(in text: String) -> String? {
        guard schemeEnd(text.utf8.span) != nil else { return nil }
        let scalar = text.unicodeScalars.first { $0.isASCII && !isAllowed(UInt8(ascii: $0)) }
        return scalar.map { $0 == " " ? "a space" : $0.properties.isWhitespace ? "a line break or tab" : "'\($0)'" }
    }

    static func isInsecure(_ text: String) -> Bool { text.utf8.span.holds("http://") }

    /// Whether the query has a field of an expiring signature: `X-Amz-…`, `Expires`, `Signature`, `Policy` (§1.2).
    static func isSigned(_ text: String) -> Bool {
        let bytes = text.utf8.span
        var separator = bytes.firstIndex { $0 == 0x3F }
        while let start = separator.map({ $0 + 1 }) {
            if isSignature(bytes, at: start) { return true }
            separator = bytes.firstIndex(from: start) { $0 == 0x26 }
        }
        return false
    }

    /// Whether a field of a signature begins here.
    private static func isSignature(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        if bytes.holds("x-amz-", at: start) { return true }
        return (["expires", "signature", "policy"] as [StaticString]).contains { name in
            guard bytes.holds(name, at: start) else { return false }
            let end = start + name.utf8CodeUnitCount
            return end == bytes.count || bytes[end] == 0x3D || bytes[end] == 0x26
        }
    }

    /// Whether the host is one of Meta's `scontent…` (§1.2).
    static func isMetaSample(_ text: String) -> Bool {
        let bytes = text.utf8.span
        return schemeEnd(bytes).map { bytes.holds("scontent", at: $0) } ?? false
    }

    /// Where the extension stands in a file's name, or in the path of an address: up to five letters and digits behind
    /// the last dot.
    static func fileExtension(in bytes: Span<UInt8>) -> Range<Int>? {
        var path = 0..<bytes.count
        if let start = schemeEnd(bytes).map({ authorityEnd(bytes, from: $0) }) {
            path = start..<(bytes.firstIndex(from: start) { $0 == 0x3F || $0 == 0x23 } ?? bytes.count)
        }
        guard let dot = path.last(where: { bytes[$0] == 0x2E }) else { return nil }
        let name = (dot + 1)..<path.upperBound
        return (1...5).contains(name.count) && bytes.extracting(name).allSatisfy(\.isLetterOrDigit) ? name : nil
    }

    /// The first address in running text, to the next space.
    static func first(in text: String) -> Substring? {
        let bytes = text.utf8.span
        let start = bytes.indices.first { bytes.holds("http://", at: $0) || bytes.holds("https://", at: $0) }
        return start.map { text[text.utf8.index(text.startIndex, offsetBy: $0)...].prefix { !$0.isWhitespace } }
    }

    /// Whether a preview can be made: the host is a name, not an IP address (§1.1).
    static func hasHostName(_ address: Substring) -> Bool {
        let bytes = address.utf8.span
        guard let start = schemeEnd(bytes) else { return false }
        let end = bytes.firstIndex(from: start) { !isHostByte($0) } ?? bytes.count
        let host = bytes.extracting(start..<end)
        return !host.allSatisfy { $0 != 0x2E } && !host.allSatisfy { $0.isDigit || $0 == 0x2E }
    }

    /// No control characters, spaces and what RFC 3986 §2 keeps out of an address.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F: false
        case 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D: false
        default: true
        }
    }

    /// Whether the byte stands in addresses as it is: ASCII without what must be encoded.
    static func isPlain(_ byte: UInt8) -> Bool { byte < 0x80 && isAllowed(byte) }

    /// Where the host begins.
    private static func schemeEnd(_ bytes: Span<UInt8>) -> Int? {
        if bytes.holds("https://") { return 8 }
        return bytes.holds("http://") ? 7 : nil
    }

    private static func authorityEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
        bytes.firstIndex(from: start) { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? bytes.count
    }

    /// Labels of letters, digits, hyphens and underscores with a port behind; other scripts pass as they are.
    private static func isHost(_ authority: Span<UInt8>) -> Bool {
        let end = authority.firstIndex { $0 == 0x3A } ?? authority.count
        let name = authority.extracting(..<end)
        guard !name.isEmpty, name[0] != 0x2E, name[0] != 0x2D, name.allSatisfy(isHostByte),
            !name.indices.dropFirst().contains(where: { name[$0] == 0x2E && name[$0 - 1] == 0x2E })
        else { return false }
        if end == authority.count { return true }
        let port = authority.extracting((end + 1)...)
        return port.allSatisfy(\.isDigit)
            && UInt16(String(decoding: port.indices.map { port[$0] }, as: UTF8.self)) != nil
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte >= 0x80
    }
}
