import GRDB
import Glibc
import SystemPackage

extension CampaignFile {
    /// Notes which process has the file, for those who find it taken.
    func claim() throws(CampaignFileError) {
        try write { try $0.execute(sql: "UPDATE campaign SET runner = ?", arguments: [Int(getpid())]) }
    }

    /// Makes ready for sending: the file itself says from here on that messages may be on their way.
    ///
    /// Returns the campaign's uuid.
    func begin() throws(CampaignFileError) -> String {
        let uuid = try CampaignFileError.mapping(path) {
            try database.read { try String.fetchOne($0, sql: "SELECT uuid FROM campaign") }
        }
        // Without it, keys of different campaigns would be the same; one that is no uuid could be no header.
        guard let uuid, (1...64).contains(uuid.utf8.count), uuid.utf8.allSatisfy(\.isKeyByte) else {
            throw .damaged(path)
        }
        try writeThrough()
        return uuid
    }

    /// Notes that nobody sends any more, and closes the file.
    func end() throws(CampaignFileError) {
        do {
            try forgetRunner()
        } catch {
            // The disk may be full; what is written now takes the place of what the log holds already.
            try writeThrough(.restart)
            try forgetRunner()
        }
        leaveOneFile()
        try close()
    }

    private func forgetRunner() throws(CampaignFileError) {
        try write { try $0.execute(sql: "UPDATE campaign SET runner = NULL") }
    }

    /// Puts everything into the one file, so that those who only read it later leave nothing beside it.
    private func leaveOneFile() {
        do {
            // By its name SQLite would remove the log of a file that somebody has put in this one's place.
            guard isInPlace else { return try writeThrough() }
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        } catch {
            // Somebody is reading just now; then two small files stay beside it until the next run.
        }
    }

    /// What there is to send of these statuses.
    func survey(
        _ statuses: Set<Status>, _ policy: SendingOptions.OnAmbiguous, at now: Int
    ) throws(CampaignFileError) -> Survey {
        try CampaignFileError.mapping(path) {
            try database.read { try Survey.fetch($0, statuses, repeating: policy.repeated(at: now)) }
        }
    }

    /// How many rows stand where.
    package func tally() throws(CampaignFileError) -> Tally {
        try CampaignFileError.mapping(path) { try database.read { try Tally.fetch($0) } }
    }

    /// The service that the campaign is sent to, if the file knows.
    func service() throws(CampaignFileError) -> String? {
        try CampaignFileError.mapping(path) { try database.read { try CampaignRecord.fetch($0)?.service } }
    }

    /// How many messages may have been sent at a time from which Telnyx need not recognise a repeat.
    func countForgotten(at now: Int) throws(CampaignFileError) -> Int {
        let remembered = KeyMemory.firstAttempts(at: now)
        return try CampaignFileError.mapping(path) {
            try database.read { db in
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM delivery WHERE status IN ('unknown', 'sending')
                            AND \(Schema.isOutsideRange)
                        """,
                    arguments: [remembered.lowerBound, remembered.upperBound]) ?? 0
            }
        }
    }

    /// Decides about messages whose process ended between intent and last outcome.
    ///
    /// They may have been sent. With `hold` all become `unknown`; with `retry` those whose key is still remembered
    /// are left to be sent again. Their time stays that of the last attempt.
    func settleOrphans(_ policy: SendingOptions.OnAmbiguous, at now: Int) throws(CampaignFileError) {
        let repeated = policy.repeated(at: now)
        try write { db in
            try db.execute(
                sql: """
                    UPDATE delivery SET status = 'unknown', error_code = coalesce(error_code, 'interrupted'),
                        error = coalesce(error, ?)
                    WHERE status = 'sending' AND \(Schema.isOutsideRange)
                    """,
                arguments: [
                    "The program ended before the answer was recorded, so the message may have been sent.",
                    repeated.lowerBound, repeated.upperBound,
                ])
        }
    }
}

extension SendingOptions.OnAmbiguous {
    /// The statuses that a run goes on with by itself.
    var open: Set<Status> { self == .retry ? [.pending, .sending] : [.pending] }

    /// The first attempts of the orphans that are sent again, in milliseconds since 1970.
    fileprivate func repeated(at now: Int) -> Range<Int> { self == .retry ? KeyMemory.firstAttempts(at: now) : 0..<0 }
}

extension UInt8 {
    /// Letters, digits and `-`: what idempotency keys are made of.
    fileprivate var isKeyByte: Bool {
        switch Unicode.Scalar(self) {
        case "a"..."z", "A"..."Z", "0"..."9", "-": true
        default: false
        }
    }
}
