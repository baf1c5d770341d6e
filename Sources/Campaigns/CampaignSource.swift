import SystemPackage
package import WhatsApp

/// What a campaign is made from.
package struct CampaignSource: Sendable {
    /// Where the rows come from.
    package var recipients: RecipientsOptions
    /// What is sent to each of them.
    package var template: TemplateFile
    /// In whose name.
    package var sender: PhoneNumber
    /// Where Telnyx reports what becomes of a message; passed on in every request.
    package var webhookURL: String?
    /// Telnyx's id of a set of settings; passed on in every request.
    package var messagingProfileID: String?
    /// Whether a warning about the template or a rejected row stops the run before the first message.
    package var isStrict: Bool
    /// Names the campaign in idempotency keys.
    package var uuid: String
    /// Milliseconds since 1970: what `now` and `today` stand for.
    package var createdAt: Int

    /// - Parameters:
    ///   - uuid: letters, digits and hyphens.
    ///   - createdAt: milliseconds since 1970.
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
