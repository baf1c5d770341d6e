/// Messages for the tables, without mistakes unless asked for.
enum Sample {
    static func buttons(_ ids: String...) -> String {
        let buttons = ids.enumerated().map { index, id in
            #"{"type": "reply", "reply": {"id": "\#(id)", "title": "Choice \#(index)"}}"#
        }
        return interactive("button", #""action": {"buttons": [\#(buttons.joined(separator: ", "))]}"#)
    }

    static func contact(_ rest: String) -> String {
        message("contacts", #"[{"name": {"formatted_name": "Noor", "first_name": "Noor"}, \#(rest)}]"#)
    }

    static func list(_ sections: String) -> String {
        interactive("list", #""action": {"button": "Open", "sections": [\#(sections)]}"#)
    }

    static func rows(_ numbers: ClosedRange<Int>) -> String {
        numbers.map { #"{"id": "row \#($0)", "title": "Row"}"# }.joined(separator: ", ")
    }

    static func section(_ title: String, _ numbers: ClosedRange<Int>) -> String {
        #"{"title": "\#(title)", "rows": [\#(rows(numbers))]}"#
    }

    /// A list whose text has so many letters.
    static func longList(_ count: Int) -> String {
        #"{"type": "list", "body": {"text": "\#(letters(count))"}, "action": \#(listAction)}"#
    }

    static func catalogue(_ sections: String...) -> String {
        let list = sections.joined(separator: ", ")
        return #""header": {"type": "text", "text": "a"}, "action": {"catalog_id": "1", "sections": [\#(list)]}"#
    }

    static var listAction: String { #"{"button": "Open", "sections": [{"rows": [\#(rows(1...2))]}]}"# }

    static func link(_ url: String) -> String {
        #"{"name": "cta_url", "parameters": {"display_text": "Open", "url": "\#(url)"}}"#
    }

    static func flow(_ rest: String) -> String {
        interactive("flow", #""action": {"parameters": {"flow_message_version": "3", "flow_cta": "Go", \#(rest)}}"#)
    }

    static func cards(_ cards: String...) -> String {
        interactive("carousel", #""action": {"cards": [\#(cards.joined(separator: ", "))]}"#)
    }

    static func card(_ index: Int, catalog: String = "c", text: String = "Room") -> String {
        """
        {"card_index": \(index), "type": "cta_url", "header": {"type": "image", "image": {"link": "https://a.b/c.jpg"}},
        "body": {"text": "\(text)"}, "action": {"catalog_id": "\(catalog)", "product_retailer_id": "p\(index)"}}
        """
    }

    static func products(_ count: Int) -> String {
        let items = (1...count).map { #"{"product_retailer_id": "\#($0)"}"# }
        return #"{"title": "A", "product_items": [\#(items.joined(separator: ", "))]}"#
    }
}

/// The same for approved templates.
enum TemplateSample {
    static func header(_ values: String...) -> String {
        template(#"{"type": "header", "parameters": [\#(values.joined(separator: ", "))]}"#)
    }

    static func money(_ fields: String) -> String { template(body(#"{"type": "currency", "currency": {\#(fields)}}"#)) }

    static func code(_ text: String) -> String { #"{"type": "coupon_code", "coupon_code": "\#(text)"}"# }

    static func offer(_ milliseconds: String) -> String { template(offerPart(milliseconds)) }

    static func offerPart(_ milliseconds: String = "1900000000000") -> String {
        let value = #"{"type": "limited_time_offer", "limited_time_offer": {"expiration_time_ms": \#(milliseconds)}}"#
        return #"{"type": "limited_time_offer", "parameters": [\#(value)]}"#
    }

    static func carousel(_ cards: String...) -> String {
        template(#"{"type": "carousel", "cards": [\#(cards.joined(separator: ", "))]}"#)
    }

    static func card(_ index: Int, _ more: String...) -> String {
        let image = #"{"type": "image", "image": {"link": "https://a.b/c.jpg"}}"#
        let parts = more + [#"{"type": "header", "parameters": [\#(image)]}"#]
        return #"{"card_index": \#(index), "components": [\#(parts.joined(separator: ", "))]}"#
    }
}
