import FoundationEssentials

/// Filters for Base64 (RFC 4648) and for the text of URLs, where a space is a `+`.
extension Filter {
    static let encodings = [
        Filter("base64_encode") { Data($0.utf8).base64EncodedString() },
        Filter("base64_url_safe_encode") { exchange("+/", for: "-_", in: Data($0.utf8).base64EncodedString()) },
        decoding("base64_decode") { Data(base64Encoded: $0).map(Array.init) },
        decoding("base64_url_safe_decode") { text in
            Data(base64Encoded: padded(exchange("-_", for: "+/", in: text))).map(Array.init)
        },
        Filter("url_encode", text: percentEncoded),
        decoding("url_decode", percentDecoded),
    ]

    /// Nil stays nil; what is no UTF-8 text in the end is an error.
    private static func decoding(_ name: String, _ decode: @escaping @Sendable (String) -> [UInt8]?) -> Filter {
        Filter(name, arguments: 0...0) { (input, call) throws(RenderError) in
            guard input != .null else { return .null }
            guard let bytes = decode(input.text), let text = String(validating: bytes, as: UTF8.self) else {
                throw .notDecodable(input.text, filter: name)
            }
            return .string(text)
        }
    }

    private static func exchange(_ old: String, for new: String, in text: String) -> String {
        let (old, new) = (Array(old.utf8), Array(new.utf8))
        let bytes = text.utf8.map { byte in old.firstIndex(of: byte).map { new[$0] } ?? byte }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func padded(_ text: String) -> String {
        text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    }

    private static func percentEncoded(_ text: String) -> String {
        let plain = text.utf8.span
        // Most values have nothing to encode.
        if plain.indices.allSatisfy({ isUnreserved(plain[$0]) }) { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(plain.count * 3)
        for index in plain.indices {
            let byte = plain[index]
            if isUnreserved(byte) {
                bytes.append(byte)
            } else if byte == UInt8(ascii: " ") {
                bytes.append(UInt8(ascii: "+"))
            } else {
                bytes += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What RFC 3986 §2.3 leaves as it is.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: byte.isLetter || byte.isDigit
        }
    }

    /// A `%` without two hexadecimal digits behind it stays.
    private static func percentDecoded(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap(digit)
            if byte == UInt8(ascii: "%"), digits.count == 2 {
                bytes.append(digits[0] << 4 | digits[1])
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return bytes
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    private static func digit(_ byte: UInt8) -> UInt8? {
        hexadecimal.firstIndex(of: byte.isLetter ? byte & 0xDF : byte).map(UInt8.init)
    }
}
