package import Telnyx

/// One row as *prepare* leaves it: what goes out, or why nothing does.
package struct PreparedRow: Sendable, Equatable {
    /// Numbered from 1, the header not counted.
    package let row: Int
    /// The line of the recipients file that it begins on, from 1.
    package let line: Int
    /// The row's own cells as one CSV record without a line end, in the recipients file's delimiter.
    package let cells: ArraySlice<UInt8>
    /// The canonical number; empty where the row has none.
    package let recipient: String
    /// The request; empty unless the row is pending.
    package let body: ArraySlice<UInt8>
    /// `pending`, `rejected` or `skipped`.
    package let status: Status
    /// Why the row is not sent.
    package let reason: Outcome.Reason?
}
