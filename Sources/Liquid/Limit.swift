/// What keeps a hostile or mistaken template from exhausting the stack or the memory.
enum Limit {
    /// Blocks inside blocks.
    static let nesting = 50
    /// UTF-8 bytes of one rendered text, and of each value on the way to it.
    static let output = 65_536
    /// UTF-8 bytes that all filters of one text may take and make: without it, a template that renders little could work
    /// on long values again and again.
    static let work = 16 * output

    static func checked(_ text: String) throws(RenderError) -> String {
        guard text.utf8.count <= output else { throw .tooLong(limit: output) }
        return text
    }
}
