/// What a value of a message must be.
///
/// Shapes are data: the tables of `Messages/` are written in them.
package indirect enum Shape: Sendable {
    case text(TextShape)
    case integer(ClosedRange<Int>)
    case boolean
    case object(ObjectShape)
    /// So many elements of one shape.
    case list(of: Shape, ClosedRange<Int>)
    /// Passed on as it is: what the receiver's own software defines.
    case anything
}

extension Shape {
    /// A text of so many code points, not blank unless none are needed.
    package static func text(_ count: ClosedRange<Int>, _ format: TextFormat = .any) -> Shape {
        .text(TextShape(count: count, format: format))
    }

    /// One of these words.
    package static func word(_ words: String...) -> Shape {
        .text(TextShape(count: 1...512, format: .oneOf(words)))
    }
}

/// An object: its fields, those that its kind adds, and what must hold between them.
package struct ObjectShape: Sendable {
    /// What it is in a message for people: `an image`.
    package let title: String
    package let fields: [Field]
    /// Fields that depend on the word in one field.
    package let variants: Variants?
    package let rules: [ObjectRule]

    package init(_ title: String, _ fields: [Field], variants: Variants? = nil, rules: [ObjectRule] = []) {
        self.title = title
        self.fields = fields
        self.variants = variants
        self.rules = rules
    }
}

/// The word in one field (`type`) decides which further fields there are.
package struct Variants: Sendable {
    package let by: String
    package let cases: [(word: String, fields: [Field])]

    package init(by field: String, _ cases: KeyValuePairs<String, [Field]>) {
        self.by = field
        self.cases = cases.map { (word: $0.key, fields: $0.value) }
    }
}

/// One field of an object.
package struct Field: Sendable {
    package let name: String
    package let isRequired: Bool
    /// What it is for, in a few words.
    package let about: String
    /// A field that no description of Telnyx lists: accepted, with a warning.
    package let isUnlisted: Bool
    private let makeShape: @Sendable () -> Shape

    /// The field's shape; made when asked for, since shapes may contain themselves.
    package var shape: Shape { makeShape() }

    package static func required(
        _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape, _ about: String
    ) -> Field {
        Field(name: name, isRequired: true, about: about, isUnlisted: false, makeShape: shape)
    }

    package static func optional(
        _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape, _ about: String
    ) -> Field {
        Field(name: name, isRequired: false, about: about, isUnlisted: false, makeShape: shape)
    }

    package static func unlisted(
        _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape, _ about: String
    ) -> Field {
        Field(name: name, isRequired: false, about: about, isUnlisted: true, makeShape: shape)
    }
}

/// What must hold between the fields of one object.
package enum ObjectRule: Sendable {
    /// Exactly one of these fields.
    case oneOf([String])
    /// If the first field has this word, these fields are needed.
    case needs(String, is: String, [String])
    /// Either the first field, or all of these together.
    case either(String, orAll: [String])
}
