import FoundationEssentials
import WhatsApp

/// Where a campaign stands: for people and for scripts.
package struct StatusReport {
    /// The campaign file.
    package let path: String
    /// What the campaign was made from.
    package let record: CampaignRecord
    /// How many rows stand where.
    package let tally: Tally

    /// A report on the campaign at `path`.
    package init(path: String, record: CampaignRecord, tally: Tally) {
        self.path = path
        self.record = record
        self.tally = tally
    }

    /// For people, in a few lines.
    package var text: String {
        let head = [
            "\(path): \(tally.rows.counted("row")) from \(record.recipientsFile), created \(Timestamp.text(record.createdAt))",
            "  sender    \(record.sender)", "  template  \(record.templateFile)",
        ]
        return (head + tally.lines).joined(separator: "\n")
    }

    /// One JSON object on one line.
    package var json: String {
        get throws { try TallyDocument(tally, facts).json }
    }

    private var facts: [String: String] {
        [
            "campaign": path, "id": record.uuid, "created_at": Timestamp.text(record.createdAt),
            "from": record.sender, "template": record.templateFile, "recipients": record.recipientsFile,
            "recipients_sha256": record.recipientsSHA256,
        ]
    }
}
