import WhatsApp

/// Remembers which row each recipient came in first.
struct RecipientIndex {
    /// Rows by the digits of their number: an E.164 number has at most 15, so it fits 64 bits.
    private var rowsByNumber: [UInt64: UInt32] = [:]
    private var rowsByUserID: [String: Int] = [:]

    /// The row that `recipient` came in first; nil if it is new.
    func firstRow(of recipient: PhoneNumber) -> Int? {
        guard let number = recipient.number else { return rowsByUserID[recipient.description] }
        return rowsByNumber[number].map(Int.init)
    }

    /// Notes that `recipient` stands in `row`.
    mutating func insert(_ recipient: PhoneNumber, row: Int) {
        if let number = recipient.number {
            rowsByNumber[number] = UInt32(clamping: row)
        } else {
            rowsByUserID[recipient.description] = row
        }
    }
}
