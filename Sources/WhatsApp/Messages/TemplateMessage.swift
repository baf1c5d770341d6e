extension Shape {
    /// An approved template and its values (reference/telnyx-whatsapp.md §2.5, whatsapp-rules.md §1.4).
    static let template = Shape.object(
        ObjectShape(
            "a template message",
            [
                .optional("template_id", .text(1...64), "Telnyx's id of the template"),
                .optional("name", .text(1...512, .templateName), "its name"),
                .optional("language", language, "the language it was approved in"),
                .optional("components", .list(of: component, 0...12), "the values for its placeholders"),
            ],
            rules: [.either("template_id", orAll: ["name", "language"])]
        ))

    private static let language = Shape.object(
        ObjectShape(
            "a language",
            [
                .required("code", .text(1...16, .languageCode), "such as en_US"),
                .optional("policy", .word("deterministic"), "always 'deterministic'"),
            ]))

    private static let component = Shape.object(
        ObjectShape(
            "a component",
            [],
            variants: Variants(
                by: "type",
                [
                    "header": [.required("parameters", .list(of: parameter, 1...1), "its value")],
                    "body": [.required("parameters", .list(of: parameter, 1...100), "its values, in order")],
                    "button": [
                        .required("sub_type", .word("url", "quick_reply", "flow"), "the kind of button"),
                        .required("index", .integer(0...9), "its place among the buttons, from 0"),
                        .required("parameters", .list(of: parameter, 1...1), "its value"),
                    ],
                ])
        ))

    /// A value.
    ///
    /// Texts are at most as long as the longest body (whatsapp-rules.md §1.4).
    private static let parameter = Shape.object(
        ObjectShape(
            "a parameter",
            [.unlisted("parameter_name", .text(1...64), "the name of a named placeholder")],
            variants: Variants(
                by: "type",
                [
                    "text": [.required("text", .text(1...32768, .templateValue), "the value")],
                    "image": [.required("image", media("an image", withCaption), "the image")],
                    "video": [.required("video", media("a video", withCaption), "the video")],
                    "document": [.required("document", media("a document", withFilename), "the document")],
                    "currency": [.required("currency", currency, "an amount of money")],
                    "date_time": [.required("date_time", dateTime, "a date")],
                    "action": [.required("action", flowAction, "what opens the flow")],
                ])
        ))

    private static let currency = Shape.object(
        ObjectShape(
            "an amount of money",
            [
                .required("fallback_value", .text(1...1024, .templateValue), "what is shown if it cannot be formatted"),
                .required("code", .text(3...3, .currencyCode), "ISO 4217, such as EUR"),
                .required("amount_1000", .integer(Int.min...Int.max), "the amount times 1000"),
            ]))

    private static let dateTime = Shape.object(
        ObjectShape(
            "a date", [.required("fallback_value", .text(1...1024, .templateValue), "the date as it is shown")]))

    private static let flowAction = Shape.object(
        ObjectShape(
            "a flow's action",
            [
                .optional("flow_token", .text(1...512), "your own reference"),
                .optional("flow_action_data", .anything, "what the flow's first screen gets"),
            ]))
}
