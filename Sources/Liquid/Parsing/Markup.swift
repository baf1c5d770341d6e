/// A piece of a template as it is written; ranges are of its UTF-8 bytes.
enum Markup {
    case text(Range<Int>)
    /// What is between `{{` and `}}`.
    case output(Range<Int>)
    case tag(Tag)
}

/// What is between `{%` and `%}`.
struct Tag {
    /// Where its `{%` is.
    let offset: Int
    let name: String
    /// What follows the name.
    let arguments: Range<Int>
}
