/// Bytes at the beginning of a file that tell its encoding.
enum ByteOrderMark {
    static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
    static let utf16: [[UInt8]] = [[0xFE, 0xFF], [0xFF, 0xFE]]
}
