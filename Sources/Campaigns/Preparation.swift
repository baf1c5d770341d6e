import CSV
import Liquid
package import WhatsApp

/// What a campaign is made from.
package struct CampaignSource: Sendable {
    package var recipients: RecipientsOptions
    package var template: TemplateFile
    package var sender: PhoneNumber
    package var webhookURL: String?
    package var messagingProfileID: String?
    /// Names the campaign in idempotency keys.
    package var uuid: String
    /// Milliseconds since 1970: what `now` and `today` stand for.
    package var createdAt: Int

    package init(
        recipients: RecipientsOptions, template: TemplateFile, sender: PhoneNumber, webhookURL: String? = nil,
        messagingProfileID: String? = nil, uuid: String, createdAt: Int
    ) {
        self.recipients = recipients
        self.template = template
        self.sender = sender
        self.webhookURL = webhookURL
        self.messagingProfileID = messagingProfileID
        self.uuid = uuid
        self.createdAt = createdAt
    }
}

/// *Prepare*: every row rendered and checked before anything is sent.
///
/// One batch of rows is in memory at a time.
struct Preparation: ~Copyable {
    private var recipients: RecipientsFile
    private var preparer: RowPreparer
    /// What the campaign file says of its origin; its hash is known at the end.
    let record: CampaignRecord
    /// What deserves a look in the template.
    let warnings: [Finding]

    /// Opens the recipients and compiles the template.
    init(_ source: CampaignSource) throws(InputError) {
        let recipients = try RecipientsFile(source.recipients)
        let message = try MessageTemplate(source.template, columns: recipients.header.columns)
        let request = RequestTemplate(
            sender: source.sender, message: message, now: Now(secondsSince1970: source.createdAt / 1000),
            webhookURL: source.webhookURL, messagingProfileID: source.messagingProfileID)
        self.warnings = message.warnings
        self.preparer = RowPreparer(
            file: recipients.name, header: recipients.header, delimiter: recipients.delimiter, template: request)
        self.record = CampaignRecord(source, recipients.header, recipients.delimiter)
        self.recipients = recipients
    }

    /// The next rows and what is wrong with them; nil at the end.
    mutating func next() throws(InputError) -> (rows: [PreparedRow], findings: [Finding])? {
        guard let batch = try recipients.next() else { return nil }
        var rows: [PreparedRow] = []
        var findings: [Finding] = []
        rows.reserveCapacity(batch.count)
        for csv in batch {
            let prepared = preparer.prepare(csv)
            rows.append(prepared.row)
            findings += prepared.findings
        }
        return (rows, findings)
    }

    /// The hash of the recipients file, once all rows have been read.
    var sha256: String { recipients.sha256 }
}

extension CampaignRecord {
    fileprivate init(_ source: CampaignSource, _ header: RecipientsHeader, _ delimiter: CSVDelimiter) {
        var writer = CSVWriter(delimiter: delimiter)
        writer.write(header.columns)
        self.init(
            uuid: source.uuid, createdAt: source.createdAt, sender: source.sender.description,
            templateFile: source.template.name, template: source.template.text,
            recipientsFile: source.recipients.name, recipientsSHA256: "", header: Array(writer.bytes.dropLast()),
            delimiter: delimiter.byte, webhookURL: source.webhookURL, messagingProfileID: source.messagingProfileID)
    }
}
