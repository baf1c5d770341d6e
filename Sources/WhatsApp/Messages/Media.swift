/// Media objects (reference/whatsapp-rules.md §1.2, reference/telnyx-whatsapp.md §2.3).
extension Shape {
    static let image = media("an image", [caption, idleName, idleVoice], .image)
    static let video = media("a video", [caption, idleName, idleVoice], .video)
    static let document = media("a document", [caption, filename, idleVoice], .document)
    static let audio = media(
        "an audio file", [voice, idleName], .audio, rules: [.better("link", .fileType(.voice), where: "voice")])
    static let sticker = media("a sticker", [idleName, idleVoice], .sticker)

    /// What stands at the top of an interactive carousel's card is there by its link only (§1.3).
    static let cardImage = linked("a card's image", .image)
    static let cardVideo = linked("a card's video", .video)

    private static func linked(_ title: String, _ type: MediaType) -> Shape {
        object(title, [.required("link", link(to: type), file), caption, idleName, idleVoice])
    }

    /// A public link, or the id of a file at Meta.
    private static func media(_ title: String, _ more: [Field], _ type: MediaType, rules: [Rule] = []) -> Shape {
        object(
            title,
            [.optional("link", link(to: type), file), .unlisted("id", text(), "a file uploaded to Meta")] + more,
            rules: [.exactlyOne(["link", "id"])] + rules)
    }

    /// An address that Meta fetches: at most as long as any address at Telnyx (code 10003, telnyx-whatsapp.md §4.3).
    private static func link(to type: MediaType) -> Shape {
        text(1...2000, .url, advice: [.lastingLink, .https, .fileType(type)])
    }

    private static let file = "a public https address of the file"

    private static let caption = Field.optional(
        "caption", text(0...1024, advice: [.bytes(1024, why: "Telnyx's guide allows 1024")]), "stands below it")
    private static let filename = Field.optional(
        "filename", text(1...Int.max, advice: [.fileExtension, .fileType(.document)]),
        "the name shown, with its extension")
    private static let voice = Field.optional("voice", .boolean, "plays as a voice message (OGG with Opus)")
    /// Telnyx's model has the same fields for all of them.
    private static let idleName = Field.idle("filename", text(), "documents only")
    private static let idleVoice = Field.idle("voice", .boolean, "audio only")
}
