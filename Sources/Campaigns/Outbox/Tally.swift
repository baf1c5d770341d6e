import GRDB

/// How many rows stand where.
package struct Tally: Sendable, Equatable {
    /// Rows by status; what is not here counts nothing.
    package private(set) var counts: [Status: Int] = [:]

    /// Counts statuses as people are shown them.
    package init(_ counts: [Status: Int] = [:]) {
        for (status, count) in counts { self[status.shown] += count }
    }

    /// Counts more rows, most of which are pending.
    mutating func add(_ statuses: some Collection<Status>) {
        var pending = 0
        for status in statuses { if status == .pending { pending += 1 } else { self[status] += 1 } }
        self[.pending] += pending
    }

    /// The rows of a status.
    package subscript(status: Status) -> Int {
        get { counts[status, default: 0] }
        set { counts[status] = newValue }
    }

    /// All rows.
    package var rows: Int { counts.values.reduce(0, +) }
}

extension Tally {
    static func fetch(_ db: Database) throws -> Tally {
        var tally = Tally()
        let rows = try Row.fetchCursor(db, sql: "SELECT status, count(*) AS count FROM delivery GROUP BY status")
        while let row = try rows.next() {
            tally[Status(stored: try row.decode(atIndex: 0)).shown] += try row.decode(Int.self, atIndex: 1)
        }
        return tally
    }
}
