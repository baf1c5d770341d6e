extension Shape {
    /// A media object: a public link, or the id of a file at Meta (reference/telnyx-whatsapp.md §2.3).
    static func media(_ title: String, _ more: [Field]) -> Shape {
        .object(
            ObjectShape(
                title,
                [
                    .optional("link", .text(1...2000, .url), "a public https address of the file"),
                    .unlisted("id", .text(1...128), "a file uploaded to Meta"),
                ] + more,
                rules: [.oneOf(["link", "id"])]
            ))
    }

    /// reference/whatsapp-rules.md §1.2: the length of a caption.
    static let withCaption: [Field] = [.optional("caption", .text(1...1024), "stands below it")]

    static let withFilename: [Field] =
        withCaption + [.optional("filename", .text(1...240), "the name shown, with its extension")]

    static let withVoice: [Field] = [.optional("voice", .boolean, "plays as a voice message (OGG with Opus)")]
}
