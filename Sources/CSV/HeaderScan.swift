/// Finds the delimiter in the header line: the one that occurs there most often outside quotes.
///
/// The scan takes its bytes piece by piece, beginning with one that is no line break. How they are cut changes nothing.
struct HeaderScan {
    /// A header longer than this, in bytes, is judged by its beginning.
    static let limit = 1 << 20

    /// How many bytes have been looked at.
    private(set) var length = 0
    /// Whether the end of the header line, or the limit, was reached.
    private(set) var isComplete = false

    /// How often each byte occurs outside quotes.
    private var occurrences = [Int](repeating: 0, count: 256)
    private var isInQuotes = false

    /// The delimiter seen most often so far; the first in the order of the cases on a tie, comma if there was none.
    var delimiter: CSVDelimiter {
        CSVDelimiter.allCases.reduce(.comma) { best, next in
            occurrences[Int(next.byte)] > occurrences[Int(best.byte)] ? next : best
        }
    }

    /// Looks at the bytes that follow those of the last call.
    mutating func scan(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            if isComplete { return }
            look(at: byte)
            length += 1
            if length == Self.limit { isComplete = true }
        }
    }

    private mutating func look(at byte: UInt8) {
        switch byte {
        case ASCII.quote:
            isInQuotes.toggle()
        case ASCII.carriageReturn, ASCII.lineFeed:
            isComplete = !isInQuotes
        default:
            if !isInQuotes { occurrences[Int(byte)] += 1 }
        }
    }
}
