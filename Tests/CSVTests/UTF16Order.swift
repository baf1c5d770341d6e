/// The order of the bytes of a UTF-16 file.
enum UTF16Order: CaseIterable, Sendable {
    case bigEndian
    case littleEndian

    /// The UTF-16 of `text`, without a mark of its own.
    func bytes(_ text: String) -> [UInt8] {
        bytes(Array(text.utf16))
    }

    /// Code units as bytes; they need not be text.
    func bytes(_ units: [UInt16]) -> [UInt8] {
        units.flatMap { unit in
            let bytes = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
            return self == .bigEndian ? bytes : bytes.reversed()
        }
    }
}
