/// How far bytes are UTF-8 text without NUL, and what stops it there.
struct TextCheck {
    /// How many bytes from the beginning are good.
    let length: Int
    /// What is wrong behind them; nil at the end, and where what follows the bytes may make them good.
    let fault: CSVError.Kind?

    /// Checks all of `bytes` in one go.
    init(_ bytes: Span<UInt8>) {
        let text = Self.checkUTF8(bytes)
        let nul = Self.firstNUL(in: bytes.extracting(first: text.length))
        (length, fault) = nul.map { ($0, .nul) } ?? text
    }

    private static func firstNUL(in bytes: Span<UInt8>) -> Int? {
        // Counting is many times faster than looking for the first.
        guard bytes.occurrences(of: ASCII.nul) > 0 else { return nil }
        return bytes.indices.first { bytes[$0] == ASCII.nul }
    }

    private static func checkUTF8(_ bytes: Span<UInt8>) -> (length: Int, fault: CSVError.Kind?) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes)
            return (bytes.count, nil)
        } catch {
            let mayGoOn = error.byteOffsets.upperBound == bytes.count
            return (error.byteOffsets.lowerBound, mayGoOn ? nil : .notUTF8)
        }
    }
}
