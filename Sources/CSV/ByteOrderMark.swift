/// Bytes at the beginning of a file that tell its encoding.
enum ByteOrderMark: CaseIterable {
    case utf8
    case utf16BigEndian
    case utf16LittleEndian

    /// How many bytes tell which mark there is.
    static let longest = 3

    /// The mark at the beginning of a file; nil if there is none.
    init?(beginning: [UInt8]) {
        guard let mark = Self.allCases.first(where: { beginning.starts(with: $0.bytes) }) else { return nil }
        self = mark
    }

    var bytes: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        }
    }

    /// The encoding of a file that begins with the mark.
    var encoding: TextEncoding {
        self == .utf8 ? .utf8 : .utf16
    }
}
