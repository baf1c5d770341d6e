extension Shape {
    /// Telnyx's `whatsapp_message` (reference/telnyx-whatsapp.md §2.2).
    package static let message = Shape.object(
        ObjectShape(
            "a WhatsApp message",
            [
                .optional(
                    "biz_opaque_callback_data", .text(1...512), "your own reference; comes back in status webhooks")
            ],
            variants: Variants(
                by: "type",
                [
                    "text": [.required("text", textMessage, "the text"), context],
                    "template": [.required("template", template, "the approved template"), context],
                    "image": [.required("image", media("an image", withCaption), "the image"), context],
                    "video": [.required("video", media("a video", withCaption), "the video"), context],
                    "document": [.required("document", media("a document", withFilename), "the document"), context],
                    "audio": [.required("audio", media("an audio file", withVoice), "the audio file"), context],
                    "sticker": [.required("sticker", media("a sticker", []), "the sticker"), context],
                ])
        ))

    /// The reply to an earlier message (reference/telnyx-whatsapp.md §2.2).
    private static let context = Field.unlisted(
        "context",
        .object(ObjectShape("a reply", [.required("message_id", .text(1...512), "the message replied to (wamid…)")])),
        "makes this a reply"
    )

    /// reference/whatsapp-rules.md §1.1.
    private static let textMessage = Shape.object(
        ObjectShape(
            "a text message",
            [
                .required("body", .text(1...4096), "what it says"),
                .optional("preview_url", .boolean, "shows a preview of the first link"),
            ]))
}
