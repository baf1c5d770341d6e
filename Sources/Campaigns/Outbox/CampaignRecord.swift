import FoundationEssentials
import GRDB
import Glibc

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

extension CampaignRecord {
    func insert(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO campaign (id, uuid, created_at, sender, template_file, template, recipients_file,
                    recipients_sha256, header, delimiter, webhook_url, messaging_profile_id, service, runner)
                VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                uuid, createdAt, sender, templateFile, template, recipientsFile, recipientsSHA256, header.blob,
                Int(delimiter), webhookURL, messagingProfileID, service, Int(getpid()),
            ])
    }

    static func fetch(_ db: Database) throws -> CampaignRecord? {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM campaign") else { return nil }
        // Decoding that throws: a damaged file must not end the program.
        return CampaignRecord(
            uuid: try row.decode(forColumn: "uuid"), createdAt: try row.decode(forColumn: "created_at"),
            sender: try row.decode(forColumn: "sender"), templateFile: try row.decode(forColumn: "template_file"),
            template: try row.decode(forColumn: "template"),
            recipientsFile: try row.decode(forColumn: "recipients_file"),
            recipientsSHA256: try row.decode(forColumn: "recipients_sha256"),
            header: Array(try row.decode(Data.self, forColumn: "header")),
            delimiter: UInt8(clamping: try row.decode(Int.self, forColumn: "delimiter")),
            webhookURL: try row.decode(forColumn: "webhook_url"),
            messagingProfileID: try row.decode(forColumn: "messaging_profile_id"),
            service: try row.decode(forColumn: "service"))
    }
}
