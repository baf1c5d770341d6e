/// Carousels, flows and products (reference/whatsapp-rules.md §1.3, reference/telnyx-whatsapp.md §2.4).
extension Shape {
    // MARK: - carousel

    static let carouselAction = object(
        "an action with cards",
        [.required("cards", list(of: card, 2...10), "two to ten cards")],
        rules: [
            .fromZero("cards[].card_index"),
            .alike(
                "cards[]",
                in: [
                    "cards[].type", "cards[].action.name", "cards[].action.buttons[].type", "cards[].action.catalog_id",
                ]),
        ])

    /// Telnyx knows `cta_url` with a catalogue's product only; the other kinds are Meta's.
    private static let card = object(
        "a card",
        [
            .required("card_index", .integer(0...9), "its place, from 0"),
            .optional("body", part(text(1...160, .lineBreaks(2))), "the card's text"),
        ],
        variants: Variants(
            by: "type", "what can be tapped on the card",
            [
                .word("cta_url", [cardHeader, .required("action", cardAction, "the link or the product")]),
                .unlisted("button", [cardHeader, .required("action", quickReplies, "the buttons")]),
                .unlisted("product", [.required("action", productAction, "the product")]),
            ]))

    private static let cardHeader = Field.required(
        "header",
        object(
            "a card's header",
            variants: Variants(
                by: "type", "what stands at the top",
                [
                    .word("image", [.required("image", cardImage, "the image")]),
                    .word("video", [.required("video", cardVideo, "the video")]),
                ])),
        "the image or video at the top")

    private static let cardAction = object(
        "a card's action",
        [
            .optional("catalog_id", text(), "the catalogue, the same on all cards"),
            .optional("product_retailer_id", text(), "the product"),
            .unlisted("name", word("cta_url"), "always 'cta_url'"),
            .unlisted("parameters", linkButton, "the link button"),
        ],
        rules: [
            .exactlyOne(["catalog_id", "parameters"]),
            .exactlyOne(["product_retailer_id", "parameters"]),
        ])

    private static let quickReplies = object(
        "a card's quick replies", [.required("buttons", list(of: replyButton, 1...Int.max), "the buttons")])

    /// The id: 20 on Meta's page, 256 for reply buttons elsewhere.
    private static let replyButton = object(
        "a quick reply",
        [
            .required("type", word("quick_reply"), "always 'quick_reply'"),
            .required(
                "quick_reply",
                object(
                    "a quick reply",
                    [
                        .required(
                            "id", text(1...256, .trimmed, advice: [.length(20, why: "Meta's page allows 20 only")]),
                            "comes back when it is tapped"),
                        .required("title", text(1...20), "what stands on it"),
                    ]),
                "what is answered"),
        ])

    // MARK: - flow

    static let flowAction = object(
        "an action with a flow",
        [
            .optional("name", word("flow"), "always 'flow'"),
            flowMode,
            .required("parameters", flow, "which flow, and how it begins"),
        ])

    private static let flow = object(
        "a flow",
        [
            .required("flow_message_version", word("3"), "always \"3\""),
            .required("flow_cta", text(1...20, .withoutEmoji), "what stands on the button, without emoji"),
            .optional("flow_id", text(), "the flow's id; this or flow_name"),
            .optional("flow_name", text(), "the flow's name; this or flow_id"),
            .optional("flow_token", text(), "your own reference; comes back with the answer"),
            .optional("flow_action", word("navigate", "data_exchange"), "how it begins; navigate if not given"),
            .optional("flow_action_payload", flowPayload, "the first screen and its data"),
            flowMode,
        ],
        rules: [
            .exactlyOne(["flow_id", "flow_name"]),
            .forbidden("flow_action_payload", where: "flow_action", is: "data_exchange"),
        ])

    /// The SDK has it among the parameters, the OpenAPI document beside them (reference/telnyx-whatsapp.md §2.4).
    private static let flowMode = Field.optional(
        "mode", word("published", "draft", advice: [.not("draft", why: "only your testers can open a draft")]),
        "published if not given")

    private static let flowPayload = object(
        "a flow's start",
        [
            .optional("screen", text(), "the first screen"),
            .optional("data", .free(atLeast: 1), "what the first screen gets"),
        ],
        rules: [.either("screen", orAll: ["data{}"])])

    // MARK: - product, product_list, catalog_message

    static let productAction = object(
        "an action with a product",
        [
            .required("catalog_id", text(), "the catalogue"),
            .required("product_retailer_id", text(), "the product"),
        ])

    static let productListAction = object(
        "an action with products",
        [
            .required("catalog_id", text(), "the catalogue"),
            .required("sections", list(of: productSection, 1...10), "the sections"),
        ],
        rules: productRules)

    /// At most 30 products over all sections; headings where there are several.
    static let productRules: [Rule] = [
        .total("sections[].product_items[]", 0...30, of: "product over all sections"),
        .eachIfSeveral("sections[]", has: "sections[].title"),
    ]

    static let productSection = object(
        "a section",
        [
            .optional("title", text(1...24), "its heading; needed where there are several"),
            .required("product_items", list(of: productItem, 1...30), "its products"),
        ])

    private static let productItem = object(
        "a product", [.required("product_retailer_id", text(), "the product")])

    static let catalogAction = object(
        "an action with a catalogue",
        [
            .required("name", word("catalog_message"), "always 'catalog_message'"),
            .optional("parameters", thumbnail, "what is shown of it"),
        ])

    private static let thumbnail = object(
        "a thumbnail", [.required("thumbnail_product_retailer_id", text(), "the product whose image is shown")])
}
