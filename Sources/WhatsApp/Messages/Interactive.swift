/// Messages with buttons (reference/whatsapp-rules.md §1.3, reference/telnyx-whatsapp.md §2.4).
extension Shape {
    static let interactive = object(
        "an interactive message",
        variants: Variants(
            by: "type", "what can be tapped",
            [
                .word("button", [header, body, footer, .required("action", buttonAction, "the buttons")]),
                .word("list", [textHeader, listBody, footer, .required("action", listAction, "the list")]),
                .word("cta_url", [header, body, footer, .required("action", linkAction, "the link")]),
                .word("location_request_message", [body, .required("action", locationAction, "what to ask for")]),
                .word("carousel", [body, .required("action", carouselAction, "the cards")]),
                .word("flow", [header, body, footer, .required("action", flowAction, "the flow")]),
                // Fields of these are in Telnyx's schema, their names are not (whatsapp-rules.md §1.3).
                .unlisted("product", [optionalBody, footer, .required("action", productAction, "the product")]),
                .unlisted(
                    "product_list",
                    [requiredTextHeader, body, footer, .required("action", productListAction, "the products")]),
                .unlisted("catalog_message", [body, footer, .required("action", catalogAction, "the catalogue")]),
            ])
    )

    private static let header = Field.optional(
        "header",
        object(
            "a header",
            variants: Variants(
                by: "type", "what stands at the top",
                [
                    .word("text", [headerText, subText]),
                    .word("image", [.required("image", image, "the image"), subText]),
                    .word("video", [.required("video", video, "the video"), subText]),
                    .word("document", [.required("document", document, "the document"), subText]),
                ])),
        "stands at the top")

    private static let textHeader = Field.optional("header", onlyText, "stands at the top")
    private static let requiredTextHeader = Field.required("header", onlyText, "stands at the top")

    private static let onlyText = object(
        "a header of text",
        variants: Variants(by: "type", "text only", [.word("text", [headerText, subText])]))

    private static let headerText = Field.required("text", text(1...60, .plain), "the headline, without markdown")
    private static let subText = Field.optional("sub_text", text(), "stands below the headline")

    static let body = Field.required("body", part(text(1...1024)), "the text")
    private static let optionalBody = Field.optional("body", part(text(1...1024)), "the text")
    private static let footer = Field.optional("footer", part(text(1...60)), "small print at the end")

    /// Meta's page allows 4096, every other source 1024.
    private static let listBody = Field.required(
        "body", part(text(1...4096, advice: [.length(1024, why: "most sources allow 1024 only")])), "the text")

    static func part(_ shape: Shape) -> Shape { object("a text part", [.required("text", shape, "what it says")]) }

    // MARK: - button

    private static let buttonAction = object(
        "an action with buttons",
        [.required("buttons", list(of: button, 1...3), "one to three buttons")],
        rules: [.unique("buttons[].reply.id"), .unique("buttons[].reply.title")])

    private static let button = object(
        "a button",
        [
            .required("type", word("reply"), "always 'reply'"),
            .required(
                "reply",
                object(
                    "a reply",
                    [
                        .required("id", text(1...256, .trimmed), "comes back when it is tapped"),
                        .required("title", text(1...20, .plain), "what stands on it, without markdown"),
                    ]),
                "what is answered"),
        ])

    // MARK: - list

    private static let listAction = object(
        "an action with a list",
        [
            .required("button", text(1...20), "what stands on the button that opens the list"),
            .required("sections", list(of: section, 1...10), "the sections"),
        ],
        rules: [
            .total("sections[].rows[]", 0...10, of: "row over all sections"),
            .unique("sections[].rows[].id"),
            .eachIfSeveral("sections[]", has: "sections[].title"),
        ])

    private static let section = object(
        "a section",
        [
            .optional("title", text(1...24), "its heading; needed where there are several"),
            .required("rows", list(of: row, 1...10), "its rows"),
        ])

    private static let row = object(
        "a row",
        [
            .required("id", text(1...200), "comes back when it is chosen"),
            .required(
                "title", text(1...24, advice: [.noEmoji(why: "some were refused in row titles")]), "what it says"),
            .optional("description", text(1...72), "stands below the title"),
        ])

    // MARK: - cta_url and location_request_message

    static let linkAction = object(
        "an action with a link",
        [
            .required("name", word("cta_url"), "always 'cta_url'"),
            .required("parameters", linkButton, "the button"),
        ])

    static let linkButton = object(
        "a link button",
        [
            .required("display_text", text(1...20), "what stands on it"),
            .required("url", text(1...2000, .namedURL, advice: [.https]), "where it leads"),
        ])

    private static let locationAction = object(
        "an action that asks for a location", [.required("name", word("send_location"), "always 'send_location'")])
}
