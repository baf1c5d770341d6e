import CSV
import Liquid
import SystemPackage
package import WhatsApp

/// What a campaign is made from.
package struct CampaignSource: Sendable {
    package var recipients: RecipientsOptions
    package var template: TemplateFile
    package var sender: PhoneNumber
    package var webhookURL: String?
    package var messagingProfileID: String?
    /// Whether a warning about the template or a rejected row stops the run before the first message.
    package var isStrict: Bool
    /// Names the campaign in idempotency keys.
    package var uuid: String
    /// Milliseconds since 1970: what `now` and `today` stand for.
    package var createdAt: Int

    package init(
        recipients: RecipientsOptions, template: TemplateFile, sender: PhoneNumber, webhookURL: String? = nil,
        messagingProfileID: String? = nil, isStrict: Bool = false, uuid: String, createdAt: Int
    ) {
        self.recipients = recipients
        self.template = template
        self.sender = sender
        self.webhookURL = webhookURL
        self.messagingProfileID = messagingProfileID
        self.isStrict = isStrict
        self.uuid = uuid
        self.createdAt = createdAt
    }
}

extension CampaignSource {
    /// The files that it is read from.
    var files: [FilePath] { [recipients.path, FilePath(template.name)].compactMap(\.self) }
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
    ///
    /// - Throws: `InputError`, or `Refusal.signal` once a stop is asked for.
    init(_ source: CampaignSource, _ stop: StopSignal) throws {
        let recipients = try RecipientsFile(source.recipients, stop)
        let message = try MessageTemplate(source.template, columns: recipients.header.columns)
        if source.isStrict, !message.warnings.isEmpty { throw InputError.wrong(message.warnings) }
        let request = RequestTemplate(
            sender: source.sender, message: message, now: Now(secondsSince1970: source.createdAt / 1000),
            webhookURL: source.webhookURL, messagingProfileID: source.messagingProfileID)
        self.warnings = message.warnings + source.warnings(message)
        self.preparer = RowPreparer(
            file: recipients.name, header: recipients.header, delimiter: recipients.delimiter, template: request)
        self.record = CampaignRecord(source, recipients.header, recipients.delimiter)
        self.recipients = recipients
    }

    /// The next rows and what is wrong with them; nil at the end.
    ///
    /// - Throws: `InputError`, or `Refusal.signal` once a stop is asked for.
    mutating func next() throws -> (rows: [PreparedRow], findings: [Finding])? {
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

    /// What deserves a look in the rows, each kind once with its count.
    var rowWarnings: [Finding] { preparer.warnings.findings }

    /// The hash of the recipients file, once all rows have been read.
    var sha256: String { recipients.sha256 }
}

extension CampaignSource {
    /// What deserves a look before any row is read (reference/whatsapp-rules.md §6).
    fileprivate func warnings(_ message: MessageTemplate) -> [Finding] {
        guard message.isFreeForm else { return [] }
        return [
            Finding(
                file: template.name, severity: .warning, code: "free_form",
                message: "This message reaches only people who wrote to you within the last 24 hours. "
                    + "Everybody else needs an approved template.")
        ]
    }
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
