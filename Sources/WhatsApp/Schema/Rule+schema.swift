extension Rule {
    /// What a schema can say of the rule; nil where it can say nothing.
    var schema: SchemaValue? {
        switch self {
        case .exactlyOne(let fields):
            ["anyOf": .list([["oneOf": .list(fields.map { Rule.has([$0]) })]] + fields.map(Rule.hasPerhaps))]
        case .either(let field, let others): ["anyOf": [Rule.has([field]), Rule.has(others)]]
        case .forbidden(let field, let other, let word):
            [
                "not": [
                    "properties": [
                        field.description: ["not": SchemaValue.mayBeLeftOut], other.description: ["const": .text(word)],
                    ],
                    "required": [.text(field.description), .text(other.description)],
                ]
            ]
        case .unique(let values, let words): values.elements.flatMap { $0.once(words) }
        case .eachIfSeveral(_, let field): field.elements?.ifSeveral
        case .allOrNone(_, let field): field.elements?.allOrNone
        default: nil
        }
    }

    private static func has(_ fields: [Selector]) -> SchemaValue {
        ["required": .list(fields.map { .text($0.description) })]
    }

    private static func hasPerhaps(_ field: Selector) -> SchemaValue {
        ["properties": [field.description: SchemaValue.mayBeLeftOut], "required": [.text(field.description)]]
    }
}

extension Selector {
    /// The list and the field of `list[].field`; nil for what goes deeper.
    fileprivate var elements: ElementField? {
        let parts = description.split(separator: "[].", omittingEmptySubsequences: false).map(String.init)
        let isPlain = parts.count == 2 && !parts.contains { $0.contains(".") }
        return isPlain ? ElementField(list: parts[0], name: parts[1]) : nil
    }
}

/// A field of a list's elements.
private struct ElementField {
    let list: String
    let name: String

    /// Each of these words in one element at most; no rule where there are none.
    func once(_ words: [String]) -> SchemaValue? {
        if words.isEmpty { return nil }
        return [
            "allOf": .list(
                words.map { word in
                    let isWord: SchemaValue = [
                        "properties": [name: ["const": .text(word)]], "required": [.text(name)],
                        "not": SchemaValue.mayBeLeftOut,
                    ]
                    return of(["contains": isWord, "minContains": 0, "maxContains": 1])
                })
        ]
    }

    /// In each element where there are several.
    var ifSeveral: SchemaValue {
        of([
            "if": ["minItems": 2, "not": ["contains": SchemaValue.mayBeLeftOut]],
            "then": ["items": ["required": [.text(name)]]],
        ])
    }

    /// In all elements, or in none.
    var allOrNone: SchemaValue {
        let isThere: SchemaValue = ["required": [.text(name)]]
        return of([
            "anyOf": [["items": isThere], ["items": ["not": isThere]], ["contains": SchemaValue.mayBeLeftOut]]
        ])
    }

    private func of(_ schema: SchemaValue) -> SchemaValue { ["properties": [list: schema]] }
}
