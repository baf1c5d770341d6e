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

/// A message to send.
struct OutboxMessage: Sendable, Equatable {
    let row: Int
    let body: [UInt8]
    /// `pending`, `failed` or `unknown`: where it stood before this run.
    let status: Status
    /// Whether an earlier attempt may have been taken.
    var mayHaveBeenSent: Bool
    /// Whether its process died between intent and outcome.
    var isOrphan = false
    /// Milliseconds since 1970; nil if it was never tried.
    var firstAttemptAt: Int?
}

/// What a campaign was made from: frozen when it was created.
package struct CampaignRecord: Sendable, Equatable {
    /// Names the campaign in idempotency keys.
    package var uuid: String
    /// Milliseconds since 1970.
    package var createdAt: Int
    /// The sender's number, canonical.
    package var sender: String
    /// The template's name, as the user gave it.
    package var templateFile: String
    /// The template's text.
    package var template: String
    /// The recipients file's name, as the user gave it.
    package var recipientsFile: String
    /// The hash of the recipients file, in hexadecimal; empty until it has been read to its end.
    package var recipientsSHA256: String
    /// The recipients' own header as one CSV record without a line end.
    package var header: [UInt8]
    /// The byte between the cells of the recipients file.
    package var delimiter: UInt8
    /// Options that shape the bytes.
    package var webhookURL: String?
    /// Passed on in every request.
    package var messagingProfileID: String?
    /// The service that its messages go to; nil in a dry run, and in files of format 1.
    package var service: String?
}

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
