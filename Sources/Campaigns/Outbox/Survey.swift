import GRDB

/// What a run finds in a campaign file before it sends, from one look at all rows.
struct Survey: Equatable {
    /// How many rows stand where.
    var tally = Tally()
    /// The messages to send, once orphans are settled.
    var waiting = Tally()
    /// When something was last recorded of a message that was tried, in milliseconds since 1970; nil if none was.
    var lastChange: Int?
}

extension Survey {
    /// Messages of some statuses wait; those in flight count as `unknown` unless they are repeated for their first
    /// attempt.
    static func fetch(
        _ db: Database, _ statuses: Set<Status>, repeating firstAttempts: Range<Int>
    ) throws -> Survey {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT iif(status = 'sending' AND \(Schema.isOutsideRange), 'unknown', status) AS settled, count(*),
                    max(iif(attempts > 0, updated_at, NULL))
                FROM delivery GROUP BY settled
                """,
            arguments: [firstAttempts.lowerBound, firstAttempts.upperBound])
        var survey = Survey()
        while let row = try rows.next() {
            let word: String = try row.decode(atIndex: 0)
            let count: Int = try row.decode(atIndex: 1)
            survey.tally[Status(stored: word).shown] += count
            // A word that only a damaged file holds is never selected.
            if let status = Status(rawValue: word), statuses.contains(status) { survey.waiting[status.shown] += count }
            survey.lastChange = [survey.lastChange, try row.decode(atIndex: 2)].compactMap(\.self).max()
        }
        return survey
    }
}
