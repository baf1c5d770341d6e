extension OutputSpan<UInt8> {
    /// Adds the UTF-8 of `scalar`.
    mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            for byte in scalar.utf8 { append(byte) }
        }
    }
}
