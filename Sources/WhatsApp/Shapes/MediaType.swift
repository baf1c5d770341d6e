/// What files of a kind may be (§1.2), by the ends of their names.
package enum MediaType: String, Sendable {
    case image = "images"
    case video = "videos"
    case audio = "audio files"
    case voice = "voice messages"
    case document = "documents"
    case sticker = "stickers"

    var extensions: [StaticString] {
        switch self {
        case .image: ["jpg", "jpeg", "png"]
        case .video: ["mp4", "3gp"]
        case .audio: ["aac", "amr", "mp3", "m4a", "ogg", "opus"]
        case .voice: ["ogg", "opus"]
        case .document: ["txt", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx"]
        case .sticker: ["webp"]
        }
    }
}
