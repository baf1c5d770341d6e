/// What a value of a message must be.
///
/// Shapes are data: the tables of `Messages/` are written in them.
package indirect enum Shape: Sendable {
    case text(TextShape)
    case integer(ClosedRange<Int>)
    case boolean
    /// A moment still to come: Unix time in milliseconds.
    case futureMoment
    case object(ObjectShape)
    case list(ListShape)
    /// A mapping of at least so many fields that are the receiver's own: passed on as it is.
    case free(atLeast: Int)
}

extension Shape {
    /// Whether this is a mapping of the receiver's own.
    var isFree: Bool { if case .free = self { true } else { false } }

    /// A text of so many code points, not blank unless none are needed; no known limit if none is given.
    static func text(
        _ count: ClosedRange<Int> = 1...Int.max, _ format: TextFormat = .any, advice: [Advice] = []
    ) -> Shape {
        .text(TextShape(count: count, format: format, advice: advice))
    }

    /// One of these words.
    static func word(_ words: String..., advice: [Advice] = []) -> Shape {
        .text(TextShape(count: 1...Int.max, format: .oneOf(words), advice: advice))
    }

    static func object(
        _ title: String, _ fields: [Field] = [], variants: Variants? = nil, rules: [Rule] = []
    ) -> Shape {
        .object(ObjectShape(title, fields, variants: variants, rules: rules))
    }

    static func list(of element: Shape, _ count: ClosedRange<Int>, advised: ListShape.Advised? = nil) -> Shape {
        .list(ListShape(element: element, count: count, advised: advised))
    }
}

/// So many elements of one shape.
package struct ListShape: Sendable {
    let element: Shape
    let count: ClosedRange<Int>
    /// Where a warning begins.
    let advised: Advised?

    /// A number that is better not exceeded, and why.
    package struct Advised: Sendable {
        let most: Int
        let why: String
    }
}

/// An object: its fields, those that its kind adds, and what must hold between them.
package struct ObjectShape: Sendable {
    /// What it is in a message for people: `an image`.
    let title: String
    let fields: [Field]
    /// Fields that depend on the word in one field.
    let variants: Variants?
    let rules: [Rule]

    init(_ title: String, _ fields: [Field] = [], variants: Variants? = nil, rules: [Rule] = []) {
        self.title = title
        self.fields = fields
        self.variants = variants
        self.rules = rules
    }

    /// The names of its fields, and of the one that chooses among further ones.
    var names: [String] { fields.map(\.name) + (variants.map { [$0.by] } ?? []) }

    /// What to write in its place: `a mapping with 'code'`.
    var needed: String {
        let names = fields.filter(\.isRequired).map(\.name) + (variants.map { [$0.by] } ?? [])
        return names.isEmpty ? "a mapping" : "a mapping with " + names.map { "'\($0)'" }.joined(separator: " and ")
    }
}

/// The word in one field (`type`) decides which further fields and rules there are.
package struct Variants: Sendable {
    let by: String
    let about: String
    let cases: [Case]

    init(by field: String, _ about: String, _ cases: [Case]) {
        self.by = field
        self.about = about
        self.cases = cases
    }

    /// One word and what it adds.
    package struct Case: Sendable {
        let word: String
        let adds: ObjectShape
        /// A word that no description of Telnyx lists: accepted, with a warning.
        let isUnlisted: Bool

        static func word(
            _ word: String, _ fields: [Field], variants: Variants? = nil, rules: [Rule] = []
        ) -> Case {
            Case(
                word: word, adds: ObjectShape(word, fields, variants: variants, rules: rules), isUnlisted: false)
        }

        static func unlisted(_ word: String, _ fields: [Field], rules: [Rule] = []) -> Case {
            Case(word: word, adds: ObjectShape(word, fields, rules: rules), isUnlisted: true)
        }
    }

    var words: [String] { cases.map(\.word) }

    /// The names of all fields that any of the words may add.
    var names: [String] { cases.flatMap { $0.adds.names + ($0.adds.variants?.names ?? []) } }

    /// The case of this word.
    subscript(word: String) -> Case? { cases.first { $0.word == word } }

    /// The case whose word stands in a field that is nearly called so, or else the one that adds most of the fields that
    /// `node` has; nil where it has none of them, or several cases would do.
    func probable(for node: Node) -> Case? {
        guard case .object(let members) = node.content else { return nil }
        let misspelt = members.filter { Spelling.nearest(to: $0.name, among: [by]) != nil }
        if let found = misspelt.lazy.compactMap({ $0.value.literal.flatMap { self[$0] } }).first { return found }
        let names = Set(members.map(\.name))
        let scores = cases.map { names.intersection($0.adds.names).count }
        guard let best = scores.max(), best > 0, scores.count(where: { $0 == best }) == 1 else { return nil }
        return zip(cases, scores).first { $1 == best }?.0
    }
}

/// One field of an object.
package struct Field: Sendable {
    let name: String
    let shape: Shape
    /// What it is for, in a few words.
    let about: String
    let isRequired: Bool
    /// A field that no description of Telnyx lists: accepted, with a warning.
    let isUnlisted: Bool
    /// A field that Telnyx takes and nobody heeds: accepted, with a warning.
    var isIdle = false

    static func required(_ name: String, _ shape: Shape, _ about: String) -> Field {
        Field(name: name, shape: shape, about: about, isRequired: true, isUnlisted: false)
    }

    static func optional(_ name: String, _ shape: Shape, _ about: String) -> Field {
        Field(name: name, shape: shape, about: about, isRequired: false, isUnlisted: false)
    }

    static func unlisted(_ name: String, _ shape: Shape, _ about: String) -> Field {
        Field(name: name, shape: shape, about: about, isRequired: false, isUnlisted: true)
    }

    static func idle(_ name: String, _ shape: Shape, _ about: String) -> Field {
        Field(name: name, shape: shape, about: about, isRequired: false, isUnlisted: false, isIdle: true)
    }

    /// Where the fields of a request come from that surround the message (reference/telnyx-whatsapp.md §2.1).
    static let origins = [
        "from": "--from", "to": "the recipients file", "webhook_url": "--webhook-url",
        "messaging_profile_id": "--messaging-profile-id",
    ]

    /// Names that other APIs use for the same thing.
    static let synonyms = [
        "url": "link", "src": "link", "href": "link", "subtext": "sub_text", "message": "body", "content": "body",
        "lang": "language", "locale": "language", "lat": "latitude", "lng": "longitude", "lon": "longitude",
        "template_name": "name", "file_name": "filename", "params": "parameters",
    ]
}
