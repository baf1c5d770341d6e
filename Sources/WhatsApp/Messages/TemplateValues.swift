/// The values of a template's components, called parameters (reference/whatsapp-rules.md §1.4).
extension Shape {
    /// A header takes one value; its text shows at most 60 characters, values and all.
    static let headerValue = value(
        texts(60) + media + [
            .unlisted("location", [.required("location", location, "the place")]),
            .unlisted("product", [.required("product", product, "the product")]),
        ])

    static let mediaValue = value(media + [.unlisted("product", [.required("product", product, "the product")])])

    /// 32768 is the longest body that stands alone, 1024 the longest beside other parts.
    static func bodyValue(_ most: Int) -> Shape { value(texts(most)) }

    /// The end of a button's address; with the rest of it at most 2000 characters.
    static let urlSuffix = value([
        .word("text", [.required("text", text(1...2000, .templateValue, advice: [.suffix, .fewSpaces]), "the end")])
    ])

    /// No source limits the payload.
    static let quickReply = value([
        .unlisted("payload", [.required("payload", text(), "comes back when it is tapped")]),
        .word("text", [.required("text", text(), "comes back when it is tapped")]),
    ])

    static let coupon = value([
        .unlisted("coupon_code", [.required("coupon_code", text(1...15, .alphanumeric), "the code to copy")])
    ])

    static let offer = value([
        .unlisted(
            "limited_time_offer",
            [
                .required(
                    "limited_time_offer",
                    object(
                        "a limited-time offer",
                        [
                            .required(
                                "expiration_time_ms", .futureMoment, "when it ends: Unix time in milliseconds")
                        ]),
                    "the offer")
            ])
    ])

    static func action(_ action: Shape) -> Shape {
        value([.word("action", [.required("action", action, "what the button does")])])
    }

    static let flowStart = object(
        "a flow's start",
        [
            .optional("flow_token", text(), "your own reference"),
            .optional("flow_action_data", .free(atLeast: 0), "what the flow's first screen gets"),
        ])

    static let products = object(
        "a choice of products",
        [
            .required("thumbnail_product_retailer_id", text(), "the product whose image is shown"),
            .required("sections", list(of: productSection, 1...10), "the sections"),
        ],
        rules: productRules)

    static let catalog = object(
        "a catalogue", [.required("thumbnail_product_retailer_id", text(), "the product whose image is shown")])

    // MARK: - Kinds

    private static func value(_ cases: [Variants.Case]) -> Shape {
        object(
            "a parameter",
            [.unlisted("parameter_name", text(advice: [.placeholderName]), "the name of a named placeholder")],
            variants: Variants(by: "type", "what kind of value this is", cases))
    }

    private static func texts(_ most: Int) -> [Variants.Case] {
        let advice: [Advice] =
            most > 1024 ? [.fewSpaces, .length(1024, why: "a body beside other parts shows 1024")] : [.fewSpaces]
        return [
            .word("text", [.required("text", text(1...most, .templateValue, advice: advice), "the value")]),
            .word("currency", [.required("currency", currency(most), "an amount of money")]),
            .word("date_time", [.required("date_time", dateTime(most), "a date")]),
        ]
    }

    private static let media: [Variants.Case] = [
        .word("image", [.required("image", image, "the image")]),
        .word("video", [.required("video", video, "the video")]),
        .word("document", [.required("document", document, "the document")]),
    ]

    private static func currency(_ most: Int) -> Shape {
        object(
            "an amount of money",
            [
                .required("fallback_value", text(1...most, .templateValue), "what is shown if it cannot be formatted"),
                .required("code", text(1...Int.max, .currencyCode), "ISO 4217, such as EUR"),
                .required("amount_1000", .integer(Int.min...Int.max), "the amount times 1000"),
            ])
    }

    private static func dateTime(_ most: Int) -> Shape {
        object("a date", [.required("fallback_value", text(1...most, .templateValue), "the date as it is shown")])
    }

    private static let product = object(
        "a product",
        [
            .required("product_retailer_id", text(), "the product"),
            .required("catalog_id", text(), "the catalogue"),
        ])
}
