import FoundationEssentials
import GRDB

/// One row as the result CSV shows it.
package struct ResultRow: Sendable, Equatable {
    /// Numbered from 1, the header not counted.
    package var row: Int
    /// The row's own cells as one CSV record without a line end.
    package var cells: ArraySlice<UInt8>
    /// The canonical number; empty where the row has none.
    package var recipient: String
    /// Where the message stands, as people are shown it.
    package var status: Status
    /// Telnyx's id; nil unless it took the message.
    package var messageID: String?
    /// Telnyx's code, or a word of ours; nil where nothing is wrong.
    package var errorCode: String?
    /// One sentence about it.
    package var error: String?
    /// POSTs made.
    package var attempts: Int
    /// Milliseconds since 1970.
    package var updatedAt: Int
}

extension ResultRow {
    static func fetch(_ db: Database, after row: Int, limit: Int) throws -> [ResultRow] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT row, cells, recipient, status, message_id, error_code, error, attempts, updated_at
                FROM message JOIN delivery USING (row) WHERE row > ? ORDER BY row LIMIT ?
                """,
            arguments: [row, limit])
        return try Array(rows.map(ResultRow.init))
    }

    init(_ row: Row) throws {
        let status = Status(stored: try row.decode(atIndex: 3))
        let reason = (
            code: try row.decode(String?.self, atIndex: 5), sentence: try row.decode(String?.self, atIndex: 6)
        )
        let isInFlight = status == .sending && reason.code == nil
        self.init(
            row: try row.decode(atIndex: 0), cells: Array(try row.decode(Data.self, atIndex: 1))[...],
            recipient: try row.decode(atIndex: 2), status: status.shown, messageID: try row.decode(atIndex: 4),
            errorCode: isInFlight ? "in_flight" : reason.code, error: isInFlight ? ResultRow.inFlight : reason.sentence,
            attempts: try row.decode(atIndex: 7), updatedAt: try row.decode(atIndex: 8))
    }

    private static let inFlight =
        "No outcome is recorded yet: the message is on its way, or the program ended before the answer."
}
