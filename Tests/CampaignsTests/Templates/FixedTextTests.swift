import Testing

@testable import Campaigns

/// What stands beside a placeholder in every row, and is wrong whatever the placeholder brings.
@Suite struct FixedTextTests {
    typealias Case = WrongTemplateTests.Case

    private static func value(_ text: String) -> String {
        "type: template\ntemplate:\n  template_id: a\n  components:\n"
            + "    - { type: body, parameters: [{ type: text, text: \"\(text)\" }] }"
    }

    private static func card(_ text: String) -> String {
        let card = { (index: Int, text: String) in
            "        - { card_index: \(index), type: product, body: { text: \"\(text)\" }, "
                + "action: { catalog_id: a, product_retailer_id: b } }\n"
        }
        return "type: interactive\ninteractive:\n  type: carousel\n  body: { text: a }\n  action:\n    cards:\n"
            + card(0, text) + card(1, "a")
    }

    private static func caption(_ text: String) -> String {
        "type: image\nimage:\n  link: https://example.com/a.jpg\n  caption: \"\(text)\""
    }

    static let fixed = [
        Case(
            caption(String(repeating: "é", count: 1020) + "{{ name }}67890"), "too_long", 4, 12,
            "has 1025 characters besides its placeholders; at most 1024 are allowed."),
        Case(
            caption("{{ name }}{% raw %}\(String(repeating: "{", count: 1025)){% endraw %}"), "too_long", 4, 12, "1025"),
        Case(value("Hi {{ name }}\\n"), "line_break", 5, 54, "holds a line break or a tab"),
        Case(value("{{ name }}\\tyou"), "line_break", 5, 54, "holds a line break or a tab"),
        Case(value("{{ name }}  {% assign a = name %}   x"), "too_many_spaces", 5, 54, "holds five spaces in a row"),
        Case(card("a\\nb\\n{{ name }}\\nc"), "line_break", 7, 57, "has more than 2 line breaks"),
        Case(link("ftp://a.example/{{ name }}"), "invalid_url", 2, 16, "begins with 'ftp://a.example/'"),
        Case(link("ht-{{ name }}"), "invalid_url", 2, 16, "begins with 'ht-'"),
        Case(link("https://a.example/a b/{{ name }}"), "invalid_url", 2, 16, "holds 'https://a.example/a b/'"),
        Case(link("{{ name }}/<a>"), "invalid_url", 2, 16, "holds '/<a>'"),
        Case(
            "type: template\ntemplate: { name: \"A {{ name }}\", language: { code: en } }", "invalid_value", 2, 19,
            "holds 'A '; a template's name has only lower case letters"),
        Case(button("url", "\"x{{ name }}\"", "{ type: text, text: a }"), "not_a_number", 5, 45, "holds 'x'"),
        Case(
            button("copy_code", "0", "{ type: coupon_code, coupon_code: \"A-{{ name }}\" }"), "invalid_value", 5, 101,
            "holds 'A-'; only letters and digits are allowed"),
        Case(
            "type: contacts\ncontacts: [{ name: { formatted_name: a, first_name: a }, phones: [{ wa_id: \"+{{ name }}\" }] }]",
            "invalid_value", 2, 76, "holds '+'; only digits are allowed"),
        Case(
            "type: interactive\ninteractive:\n  type: flow\n  body: { text: a }\n  action:\n    name: flow\n    parameters:\n"
                + "      flow_message_version: '3'\n      flow_id: a\n      flow_cta: \"Go 🎉 {{ name }}\"",
            "invalid_value", 10, 17, "holds 'Go 🎉 '; no emoji is allowed"),
        Case(
            "type: location\nlocation: { longitude: 1, latitude: \"{{ name }} N\" }", "not_a_number", 2, 37,
            "holds ' N'; a decimal number is needed"),
        Case(
            value(String(repeating: "é", count: 600) + "{{ name }}6")
                + "\n    - { type: limited_time_offer, parameters: [{ type: limited_time_offer, "
                + "limited_time_offer: { expiration_time_ms: 1999999999999 } }] }", "too_long", 5, 7,
            "has values of 601 characters"),
    ]

    private static func link(_ text: String) -> String { "type: image\nimage: { link: \"\(text)\" }" }

    private static func button(_ kind: String, _ index: String, _ value: String) -> String {
        "type: template\ntemplate:\n  template_id: a\n  components:\n"
            + "    - { type: button, sub_type: \(kind), index: \(index), parameters: [\(value)] }"
    }

    @Test(arguments: fixed)
    func `what stands there in every row is a mistake of the template`(_ test: Case) throws {
        let finding = try #require(mistakes(test.text).first)
        #expect(finding.code == test.code)
        #expect(finding.line == test.line, "\(finding)")
        #expect(finding.column == test.column, "\(finding)")
        #expect(finding.message.contains(test.says), "\(finding)")
    }

    /// What one row shows and another does not, or what is cut away, is for the rows.
    @Test(arguments: [
        caption("{% if name %}\(String(repeating: "a", count: 1025)){% endif %}"),
        caption(String(repeating: "a", count: 1024) + "{{ name }}"),
        value("a  {{ name }}   b"), value("{% if name %}\\n{% endif %}a"), value("{{ name -}} \\n     {{- name }}"),
        value("{{ name }}{% comment %}\\n     {% endcomment %}"), value("{{ 'a     b' | append: name }}"),
        value("{% capture a %}\\t{{ name }}{% endcapture %}{{ a | strip }}"), card("a\\n{{ name }}\\nc"),
        link("h{{ name }}"), link("HTTPS{{ name }}"), link("{{ name }}ftp://"), link("Http://{{ name }}"),
        link("{% if name %}ftp{% endif %}://a"), link("{{ name }}{% assign a = 1 %}/a.jpg"), link("http{{ name }}é"),
        button("url", "\"-{{ name }}0\"", "{ type: text, text: a }"),
        button("copy_code", "0", "{ type: coupon_code, coupon_code: \"{{ name -}} A{{ name }}\" }"),
    ])
    func `what not every row has is no mistake of the template`(_ text: String) { #expect(mistakes(text).isEmpty) }
}
