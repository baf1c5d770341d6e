import WhatsApp

/// Remembers which row each recipient came in first; the two forms of a subscriber's number are one recipient.
struct RecipientIndex {
    private var rowsByNumber = NumberIndex()
    private var rowsByUserID: [String: Int] = [:]

    /// The row that `recipient` came in first; nil if it is new.
    func firstRow(of recipient: PhoneNumber) -> Int? {
        guard let number = recipient.subscriber else { return rowsByUserID[recipient.description] }
        return rowsByNumber.row(of: number)
    }

    /// Notes that `recipient`, which is new, stands in `row`, which is behind all rows so far.
    mutating func insert(_ recipient: PhoneNumber, row: Int) {
        if let number = recipient.subscriber {
            rowsByNumber.insert(number, row: row)
        } else {
            rowsByUserID[recipient.description] = row
        }
    }
}
