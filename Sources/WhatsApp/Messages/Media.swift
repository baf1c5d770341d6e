/// Media objects (reference/whatsapp-rules.md §1.2, reference/telnyx-whatsapp.md §2.3).
extension Shape {
    static let image = media("an image", [caption])
    static let video = media("a video", [caption])
    static let document = media("a document", [caption, filename], link: documentLink)
    static let audio = media("an audio file", [voice])
    static let sticker = media("a sticker", [])

    /// An address that Meta fetches: at most as long as any address at Telnyx (code 10003, telnyx-whatsapp.md §4.3).
    static let link = text(1...2000, .url, advice: [.https, .lastingLink])
    private static let documentLink = text(1...2000, .url, advice: [.https, .lastingLink, .documentType])

    /// A public link, or the id of a file at Meta.
    private static func media(_ title: String, _ more: [Field], link: Shape = link) -> Shape {
        object(
            title,
            [
                .optional("link", link, "a public https address of the file"),
                .unlisted("id", text(), "a file uploaded to Meta"),
            ] + more,
            rules: [.exactlyOne(["link", "id"])])
    }

    private static let caption = Field.optional("caption", text(1...1024), "stands below it")
    private static let filename = Field.optional(
        "filename", text(1...Int.max, advice: [.fileExtension, .documentType]), "the name shown, with its extension")
    private static let voice = Field.optional("voice", .boolean, "plays as a voice message (OGG with Opus)")
}
