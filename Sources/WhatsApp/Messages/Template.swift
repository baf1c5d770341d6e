/// Approved templates and their values (reference/whatsapp-rules.md §1.4, reference/telnyx-whatsapp.md §2.5).
extension Shape {
    static let template = object(
        "a template message",
        [
            .optional("template_id", text(1...Int.max, advice: [.telnyxID]), "Telnyx's id of the template"),
            .optional("name", text(1...512, .templateName), "its name"),
            .optional("language", language, "the language it was approved in"),
            .optional("components", list(of: component, 0...Int.max), "the values for its placeholders"),
        ],
        rules: [
            .either("template_id", orAll: ["name", "language"]),
            .unique("components[].type", only: ["header", "body", "limited_time_offer", "carousel"]),
            .unique("components[].sub_type", only: ["copy_code"]),
            .unique("components[].index"),
            .namedAlike(
                "components[]", values: "components[].parameters[]", name: "components[].parameters[].parameter_name"),
            // The whole body has at most 600, and all values stand in it (whatsapp-rules.md §1.4).
            .briefBody(
                "components[]", texts: "components[].parameters[].text", most: 600, beside: "limited_time_offer"),
        ])

    private static let language = object(
        "a language",
        [
            .required("code", text(1...Int.max, .languageCode, advice: [.knownLanguage]), "such as en_US"),
            .optional("policy", text(1...Int.max, advice: [.usually("deterministic")]), "'deterministic' if given"),
        ])

    private static let component = object(
        "a component",
        variants: Variants(
            by: "type", "which part of the template gets values",
            [
                .word("header", [values(of: headerValue, 1...1)], rules: namedOrNot + [.worthNaming("parameters")]),
                .word(
                    "body", [values(of: bodyValue(32768), 1...Int.max)],
                    rules: namedOrNot + [.worthNaming("parameters")]),
                .unlisted("footer", []),
                .word("button", [buttonIndex], variants: buttons),
                .unlisted("limited_time_offer", [values(of: offer, 1...1)], rules: [.worthNaming("parameters")]),
                .unlisted("carousel", [.required("cards", list(of: card, 2...10), "the cards")], rules: cardRules),
            ]))

    private static func values(of shape: Shape, _ count: ClosedRange<Int>) -> Field {
        .optional("parameters", list(of: shape, count), "the values, in the template's order")
    }

    /// Positional and named values do not mix.
    private static let namedOrNot: [Rule] = [
        .allOrNone("parameters[]", have: "parameters[].parameter_name"), .unique("parameters[].parameter_name"),
    ]

    // MARK: - Buttons

    private static let buttonIndex = Field.required("index", .integer(0...9), "its place among the buttons, from 0")

    private static let buttons = Variants(
        by: "sub_type", "the kind of button",
        [
            .word("url", [values(of: urlSuffix, 1...1)], rules: [.worthNaming("parameters")]),
            .word("quick_reply", [values(of: quickReply, 1...1)]),
            .word("flow", [values(of: action(flowStart), 1...1)], rules: [.worthNaming("parameters")]),
            .unlisted("copy_code", [values(of: coupon, 1...1)], rules: [.worthNaming("parameters")]),
            .unlisted("mpm", [values(of: action(products), 1...1)], rules: [.worthNaming("parameters")]),
            .unlisted("catalog", [values(of: action(catalog), 1...1)]),
        ])

    // MARK: - Cards

    /// A card's body shows at most 160 characters, values and all.
    private static let card = object(
        "a card",
        [
            .required("card_index", .integer(0...9), "its place, from 0"),
            .required("components", list(of: cardComponent, 1...Int.max), "the values for its placeholders"),
        ],
        rules: [
            .unique("components[].type", only: ["header", "body"]),
            .unique("components[].index"),
            .briefBody("components[]", texts: "components[].parameters[].text", most: 160),
        ])

    private static let cardComponent = object(
        "a card's component",
        variants: Variants(
            by: "type", "which part of the card gets values",
            [
                .word("header", [values(of: mediaValue, 1...1)], rules: [.worthNaming("parameters")]),
                .word(
                    "body", [values(of: bodyValue(160), 1...Int.max)],
                    rules: namedOrNot + [.worthNaming("parameters")]),
                .word("button", [buttonIndex], variants: buttons),
            ]))

    private static let cardRules: [Rule] = [
        .fromZero("cards[].card_index"),
        .alike("cards[]", in: ["cards[].components[].type", "cards[].components[].sub_type"]),
    ]
}
