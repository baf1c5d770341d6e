import FoundationEssentials

/// The JSON Schema of a template file, for editors: made from the shapes.
package enum MessageSchema {
    /// JSON Schema 2020-12, pretty, keys sorted, the same on every call.
    ///
    /// Says what a schema can say: fields, kinds, lengths, words, counts. Rules that compare values, and warnings, are
    /// for the program.
    package static func json() -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(root), as: UTF8.self) + "\n"
        } catch {
            // No value of these kinds is beyond JSON.
            preconditionFailure("the schema cannot be written: \(error)")
        }
    }

    private static var root: SchemaValue {
        var writer = SchemaWriter()
        guard case .object(let message) = Shape.message else { return true }
        var fields = writer.fields(of: message, isRoot: true)
        fields["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        fields["title"] = "A WhatsApp message with placeholders"
        fields["$defs"] = .object(writer.definitions)
        return .object(fields)
    }
}

/// Turns shapes into schemas; objects become definitions, so that each stands there once.
private struct SchemaWriter {
    private(set) var definitions: [String: SchemaValue] = [
        "placeholder": [
            "description": "A text with placeholders, such as {{ first_name }}", "type": "string",
            "pattern": #"\{\{|\{%"#,
        ]
    ]

    /// The keywords for a value of this shape, so that the caller can add a description.
    mutating func keywords(_ shape: Shape) -> [String: SchemaValue] {
        switch shape {
        case .text(let text): orPlaceholder([.object(text.schemaFields)])
        case .integer(let range):
            orPlaceholder([.object(range.schemaFields), ["type": "string", "pattern": .text(range.pattern)]])
        case .futureMoment: keywords(.integer(Moment.range))
        case .boolean: orPlaceholder([["type": "boolean"], ["enum": ["true", "false"]]])
        case .object(let object): reference(to: object)
        case .list(let list):
            ["type": "array", "items": .object(keywords(list.element))].merging(list.count.schemaCounts) { $1 }
        case .free(let least): ["type": "object", "minProperties": .number(least)]
        }
    }

    private func orPlaceholder(_ choices: [SchemaValue]) -> [String: SchemaValue] {
        ["anyOf": .list(choices + [["$ref": "#/$defs/placeholder"]])]
    }

    /// Objects of one title may differ; those get a number.
    private mutating func reference(to object: ObjectShape) -> [String: SchemaValue] {
        let schema = SchemaValue.object(fields(of: object))
        let title = object.title.split(separator: " ").dropFirst().joined(separator: "_")
        var name = title
        var number = 1
        while let other = definitions[name], other != schema {
            number += 1
            name = "\(title)_\(number)"
        }
        definitions[name] = schema
        return ["$ref": .text("#/$defs/\(name)")]
    }

    /// A mapping: its fields, and for each word of its variants the fields that the word adds.
    ///
    /// Only where all fields are known others are refused, so each `then` names them all. There is always a root: it
    /// takes no `$if`.
    mutating func fields(
        of object: ObjectShape, known: [String: SchemaValue] = [:], required: [String] = [], isRoot: Bool = false
    ) -> [String: SchemaValue] {
        var properties = known
        for field in object.fields {
            properties[field.name] = .object(keywords(field.shape).merging(field.description) { $1 })
        }
        let required = required + object.fields.filter(\.isRequired).map(\.name)
        var schema: [String: SchemaValue] = ["type": "object"]
        var parts = object.rules.compactMap(\.schema)
        if let variants = object.variants {
            let words = variants.words.map(SchemaValue.text)
            schema["properties"] = [variants.by: ["description": .text(variants.about), "enum": .list(words)]]
            schema["required"] = [.text(variants.by)]
            parts += branches(variants, properties, required, isRoot)
        } else {
            if !isRoot { properties["$if"] = SchemaWriter.condition }
            schema["properties"] = .object(properties)
            if !required.isEmpty { schema["required"] = .list(required.map(SchemaValue.text)) }
            schema["additionalProperties"] = false
        }
        if !parts.isEmpty { schema["allOf"] = .list(parts) }
        return schema
    }

    private mutating func branches(
        _ variants: Variants, _ properties: [String: SchemaValue], _ required: [String], _ isRoot: Bool
    ) -> [SchemaValue] {
        variants.cases.map { branch in
            let word: SchemaValue = ["const": .text(branch.word)]
            var known = properties
            known[variants.by] = word
            return [
                "if": ["properties": [variants.by: word], "required": [.text(variants.by)]],
                "then": .object(
                    fields(of: branch.adds, known: known, required: required + [variants.by], isRoot: isRoot)),
            ]
        }
    }

    private static let condition: SchemaValue = [
        "description": "Without this part for rows in which the expression is false or nil",
        "type": ["string", "boolean", "number"], "pattern": #"\S"#,
    ]
}

extension Field {
    fileprivate var description: [String: SchemaValue] {
        ["description": .text(isUnlisted ? "\(about) (in no description of Telnyx)" : about)]
    }
}

extension TextShape {
    /// A text, or digits that stand for one.
    fileprivate var schemaFields: [String: SchemaValue] {
        if case .oneOf(let words) = format {
            return ["enum": .list(words.map(SchemaValue.text) + words.compactMap { Int($0).map(SchemaValue.number) })]
        }
        var schema = count.limits("minLength", "maxLength")
        if let pattern = format.pattern ?? (count.lowerBound > 0 ? #"\S"# : nil) { schema["pattern"] = .text(pattern) }
        switch format {
        case .url, .namedURL, .languageCode, .currencyCode, .date, .phoneNumber, .recipient, .uuid, .oneOf:
            schema["type"] = "string"
        case .templateName, .alphanumeric, .digits:
            schema["type"] = ["string", "integer"]
            schema["minimum"] = 0
            // As many nines as there may be digits; what is longer than this is no number of an editor's any more.
            if count.upperBound <= 15 { schema["maximum"] = .number(Int(repeating: 9, count: count.upperBound)) }
        case .decimal(let range):
            schema["type"] = ["string", "number"]
            schema["minimum"] = .number(Int(range.lowerBound))
            schema["maximum"] = .number(Int(range.upperBound))
        case .any, .plain, .templateValue, .trimmed, .withoutEmoji, .lineBreaks: schema["type"] = ["string", "number"]
        }
        return schema
    }
}

extension Int {
    fileprivate init(repeating digit: Int, count: Int) {
        self = (0..<count).reduce(0) { number, _ in number * 10 + digit }
    }
}

extension ClosedRange<Int> {
    /// The bounds as keywords, without those that bind nothing.
    fileprivate func limits(_ least: String, _ most: String) -> [String: SchemaValue] {
        var limits: [String: SchemaValue] = [:]
        if lowerBound > 0 { limits[least] = .number(lowerBound) }
        if upperBound < .max { limits[most] = .number(upperBound) }
        return limits
    }

    /// So many elements: those with an `$if` may not be there, as where one of several is chosen.
    fileprivate var schemaCounts: [String: SchemaValue] {
        var schema = limits("minItems", "maxContains")
        guard schema["maxContains"] != nil else { return schema }
        schema["contains"] = ["not": SchemaValue.mayBeLeftOut]
        schema["minContains"] = 0
        return schema
    }

    fileprivate var schemaFields: [String: SchemaValue] {
        var schema: [String: SchemaValue] = ["type": "integer"]
        if lowerBound > .min { schema["minimum"] = .number(lowerBound) }
        if upperBound < .max { schema["maximum"] = .number(upperBound) }
        return schema
    }
}
