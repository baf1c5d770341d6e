/// Filters that shorten a text. They count code points, as Ruby does and as WhatsApp's limits do.
extension Filter {
    static let cutting = [
        Filter("slice", arguments: 1...2, apply: slice),
        Filter("truncate", arguments: 0...2, apply: truncate),
        Filter("truncatewords", arguments: 0...2, apply: truncateWords),
    ]

    /// Code points from a position, which is counted from the end if it is negative; one unless told.
    private static func slice(_ input: Value, _ call: Call) throws(RenderError) -> Value {
        let scalars = input.text.unicodeScalars
        let offset = try call.integer(call.first ?? .null)
        let length = if let second = call.second, second != .null { try call.integer(second) } else { 1 }
        let count = scalars.count
        let start = offset < 0 ? count + max(offset, -count - 1) : offset
        guard (0...count).contains(start), length > 0 else { return .string("") }
        return .string(String(scalars.dropFirst(start).prefix(length)))
    }

    /// At most so many code points, the ending included.
    ///
    /// Other than in Ruby, a character of several code points is left out whole rather than torn.
    private static func truncate(_ input: Value, _ call: Call) throws(RenderError) -> Value {
        let limit = try call.integer(call.first ?? .int(50))
        guard input != .null else { return .null }
        let text = input.text
        // There are never more code points than bytes.
        guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return .string(text) }
        let ending = call.second?.text ?? "..."
        let room = max(0, max(0, limit) - ending.unicodeScalars.count)
        return .string(start(of: text, scalars: room) + ending)
    }

    private static func start(of text: String, scalars limit: Int) -> Substring {
        var room = limit
        return text.prefix { character in
            room -= character.unicodeScalars.count
            return room >= 0
        }
    }

    /// At most so many words, with single spaces, and an ending if there were more.
    private static func truncateWords(_ input: Value, _ call: Call) throws(RenderError) -> Value {
        let limit = max(1, try call.integer(call.first ?? .int(15)))
        guard input != .null else { return .null }
        let words = input.text.utf8.split(whereSeparator: \.isWhitespace)
        guard words.count > limit else { return .string(input.text) }
        let text = words.prefix(limit).map { String($0) ?? "" }.joined(separator: " ")
        return .string(text + (call.second?.text ?? "..."))
    }
}
