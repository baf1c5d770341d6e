package import Telnyx

/// One row as *prepare* leaves it: what goes out, or why nothing does.
package struct PreparedRow: Sendable, Equatable {
    /// Numbered from 1, the header not counted.
    package let row: Int
    /// The line of the recipients file that it begins on, from 1.
    package let line: Int
    /// The row's own cells as one CSV record without a line end, in the recipients file's delimiter.
    package let cells: [UInt8]
    /// The canonical number; empty where the row has none.
    package let recipient: String
    /// The request; empty unless the row is pending.
    package let body: [UInt8]
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
    package var uuid: String
    /// Milliseconds since 1970.
    package var createdAt: Int
    package var sender: String
    package var templateFile: String
    package var template: String
    package var recipientsFile: String
    package var recipientsSHA256: String
    /// The recipients' own header as one CSV record without a line end.
    package var header: [UInt8]
    package var delimiter: UInt8
    /// Options that shape the bytes.
    package var webhookURL: String?
    package var messagingProfileID: String?
    /// The service that its messages go to; nil in a dry run, and in files of format 1.
    package var service: String?
}

/// One row as the result CSV shows it.
package struct ResultRow: Sendable, Equatable {
    package var row: Int
    package var cells: [UInt8]
    package var recipient: String
    package var status: Status
    package var messageID: String?
    package var errorCode: String?
    package var error: String?
    package var attempts: Int
    /// Milliseconds since 1970.
    package var updatedAt: Int
}

/// How many rows stand where.
package struct Tally: Sendable, Equatable {
    package private(set) var counts: [Status: Int] = [:]

    package init(_ counts: [Status: Int] = [:]) {
        for (status, count) in counts { self[status.shown] += count }
    }

    package subscript(status: Status) -> Int {
        get { counts[status, default: 0] }
        set { counts[status] = newValue }
    }

    /// All rows.
    package var rows: Int { counts.values.reduce(0, +) }
}
