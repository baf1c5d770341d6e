/// How forgiving the language is.
package enum Mode: Sendable {
    /// For campaigns: whatever would garble a message is a mistake or an error.
    ///
    /// A variable that is neither a column nor assigned is a mistake. A number filter accepts numbers and text that is
    /// exactly a number (`-3`, `4.50`); anything else, an empty cell too, is an error. A date that cannot be read is
    /// an error, unless the cell is empty. A cell that is compared with a number must be a number or empty, and
    /// two cells that are both numbers are ordered as numbers; a quoted literal always stays text.
    case strict
    /// As the reference implementation: unknown variables are nil, text that is no number counts as what `to_i` makes
    /// of it, an unreadable date is passed through.
    case lenient
}
