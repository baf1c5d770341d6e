extension Shape {
    /// Telnyx's `whatsapp_message` (reference/telnyx-whatsapp.md §2.2).
    package static let message = object(
        "a WhatsApp message",
        [
            // reference/whatsapp-rules.md §1.0.
            .optional("biz_opaque_callback_data", text(0...512), "your own reference; comes back in status webhooks")
        ],
        variants: Variants(
            by: "type", "what kind of message this is",
            [
                .word("text", [.required("text", textMessage, "the text"), context]),
                .word("image", [.required("image", image, "the image"), context]),
                .word("video", [.required("video", video, "the video"), context]),
                .word("document", [.required("document", document, "the document"), context]),
                .word("audio", [.required("audio", audio, "the audio file"), context]),
                .word("sticker", [.required("sticker", sticker, "the sticker"), context]),
                .word("location", [.required("location", location, "the location"), context]),
                .word("contacts", [.required("contacts", contacts, "the contacts"), context]),
                .word("reaction", [.required("reaction", reaction, "the reaction")]),
                .word("interactive", [.required("interactive", interactive, "the message with its buttons"), context]),
                .word("template", [.required("template", template, "the approved template"), context]),
            ])
    )

    /// A reply to an earlier message, which a reaction cannot be (whatsapp-rules.md §1.0).
    private static let context = Field.unlisted(
        "context", object("a context", [.required("message_id", text(), "the message replied to (wamid…)")]),
        "makes this a reply")

    /// whatsapp-rules.md §1.1; the bytes: telnyx-whatsapp.md §2.2.
    private static let textMessage = object(
        "a text message",
        [
            .required(
                "body",
                text(
                    1...4096,
                    advice: [
                        .bytes(4096, why: "Telnyx's guide allows 4096"),
                        .length(1600, why: "better keep it under 1600, so that all of it is shown"),
                    ]),
                "what it says"),
            .optional("preview_url", .boolean, "shows a preview of the first address in the text"),
        ],
        rules: [.better("body", .previewable, where: "preview_url")]
    )

    /// whatsapp-rules.md §1.1.
    static let location = object(
        "a location",
        [
            .required("latitude", text(1...Int.max, .decimal(-90...90)), "degrees north, such as 52.3731"),
            .required("longitude", text(1...Int.max, .decimal(-180...180)), "degrees east, such as 4.8922"),
            .optional("name", text(0...Int.max), "what is there"),
            .optional("address", text(0...Int.max), "its address"),
        ])

    /// whatsapp-rules.md §1.1.
    private static let reaction = object(
        "a reaction",
        [
            .required("message_id", text(), "the message reacted to (wamid…)"),
            .required("emoji", text(), "one emoji"),
        ])
}
