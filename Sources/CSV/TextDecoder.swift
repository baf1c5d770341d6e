/// Turns a file's bytes into UTF-8, chunk by chunk, without the byte order mark.
///
/// How the bytes are cut changes nothing. What is UTF-8 already goes through unchecked.
struct TextDecoder {
    private enum Stage {
        /// Too few bytes have come to tell the byte order mark.
        case beginning([UInt8])
        case utf8
        case utf16(UTF16Decoder)
        case windows1252
    }

    private let given: TextEncoding?
    private var stage = Stage.beginning([])

    /// - Parameter given: nil for UTF-16 with a byte order mark, or else UTF-8.
    init(_ given: TextEncoding?) {
        self.given = given
    }

    /// Adds the text of the bytes that follow those of the last call.
    ///
    /// Returns what is wrong behind that text, if anything; nothing can be decoded after it.
    mutating func decode(_ bytes: [UInt8], isLast: Bool, into text: inout [UInt8]) -> CSVError.Kind? {
        switch stage {
        case .beginning(let before):
            return begin(before + bytes, isLast: isLast, into: &text)
        case .utf8:
            if text.isEmpty { text = bytes } else { text += bytes }
            return nil
        case .utf16(var decoder):
            defer { stage = .utf16(decoder) }
            return decoder.decode(bytes, isLast: isLast, into: &text)
        case .windows1252:
            return Windows1252.decode(bytes, into: &text)
        }
    }

    private mutating func begin(_ bytes: [UInt8], isLast: Bool, into text: inout [UInt8]) -> CSVError.Kind? {
        guard isLast || bytes.count >= ByteOrderMark.longest else {
            stage = .beginning(bytes)
            return nil
        }
        // An empty file is empty in every encoding.
        if bytes.isEmpty { return nil }
        let mark = ByteOrderMark(beginning: bytes)
        if let given, let mark, mark.encoding != given { return .otherEncoding(mark.encoding) }
        if given == .utf16, mark == nil { return .noByteOrderMark }
        stage =
            switch mark {
            case .utf16BigEndian: .utf16(UTF16Decoder(isBigEndian: true))
            case .utf16LittleEndian: .utf16(UTF16Decoder(isBigEndian: false))
            case .utf8, nil: given == .windows1252 ? .windows1252 : .utf8
            }
        return decode(Array(bytes.dropFirst(mark?.bytes.count ?? 0)), isLast: isLast, into: &text)
    }
}
