import Testing

@testable import Campaigns

/// What is wrong with a row although its template is right.
@Suite struct RowProblemTests {
    static let text = "type: text\ntext: { body: \"{{ name }}\", preview_url: \"{{ flag | default: 'true' }}\" }"
    static let template = """
        type: template
        template:
          name: "{{ template | default: 'a' }}"
          language: { code: "{{ language | default: 'en' }}" }
          components:
            - type: header
              parameters: [{ type: image, image: { link: "{{ link | default: 'https://example.com/a.jpg' }}" } }]
            - type: body
              parameters: [{ type: text, text: "{{ name | append: last }}" }]
            - type: button
              sub_type: url
              index: "{{ index | default: '0' }}"
              parameters: [{ type: text, text: "{{ date | date: '%d' | default: 'x' }}" }]
        """

    struct Case: Sendable {
        let template: String
        let column: String
        let cell: String
        let code: String
        let subject: String

        init(_ template: String, _ column: String, _ cell: String, _ code: String, _ subject: String) {
            self.template = template
            self.column = column
            self.cell = cell
            self.code = code
            self.subject = subject
        }
    }

    static let cases = [
        Case(text, "name", "", "missing_value", "text.body"),
        Case(text, "name", " \t\n", "missing_value", "text.body"),
        Case(text, "name", String(repeating: "x", count: 4097), "too_long", "text.body"),
        Case(text, "flag", "yes", "not_a_boolean", "text.preview_url"),
        Case(template, "template", "Order Shipped", "invalid_value", "template.name"),
        Case(template, "language", "english", "invalid_value", "template.language.code"),
        Case(template, "link", "example.com/a.jpg", "invalid_url", "template.components[0].parameters[0].image.link"),
        Case(template, "link", "ftp://example.com/a", "invalid_url", "template.components[0].parameters[0].image.link"),
        Case(template, "name", "a\nb", "line_break", "template.components[1].parameters[0].text"),
        Case(template, "name", "a\tb", "line_break", "template.components[1].parameters[0].text"),
        Case(template, "name", "a     b", "too_many_spaces", "template.components[1].parameters[0].text"),
        Case(template, "index", "ten", "not_a_number", "template.components[2].index"),
        Case(template, "index", "1.0", "not_a_number", "template.components[2].index"),
        Case(template, "index", "007", "not_a_number", "template.components[2].index"),
        Case(template, "index", "10", "out_of_range", "template.components[2].index"),
        Case(template, "index", "-1", "out_of_range", "template.components[2].index"),
        Case(template, "date", "soon", "placeholder", "template.components[2].parameters[0].text"),
    ]

    private func row(_ column: String, _ cell: String) -> KeyValuePairs<String, String> {
        let value = { (name: String, usual: String) in name == column ? cell : usual }
        return [
            "name": value("name", "Ada"), "flag": value("flag", ""), "template": value("template", ""),
            "language": value("language", ""), "link": value("link", ""), "last": value("last", ""),
            "index": value("index", ""), "date": value("date", ""),
        ]
    }

    @Test(arguments: cases)
    func `a bad cell is one problem with a code, a place and a column`(_ test: Case) throws {
        let problems = try problems(test.template, row(test.column, test.cell))
        #expect(problems.map(\.code) == [test.code])
        let message = try #require(problems.first?.message)
        #expect(message.hasPrefix(test.subject + " "), "\(message)")
        #expect(message.contains(" Check column"), "\(message)")
        #expect(message.contains("'\(test.column)'"), "\(message)")
        #expect(message.hasSuffix("."), "\(message)")
    }

    @Test func `a row without mistakes has no problem`() throws {
        #expect(try problems(Self.text, row("", "")).isEmpty)
        #expect(try problems(Self.template, row("", "")).isEmpty)
    }

    @Test func `a value of several columns names them all`() throws {
        let message = try #require(try problems(Self.template, row("name", "a\nb")).first?.message)
        #expect(message.hasSuffix("Check columns 'name', 'last'."))
    }

    @Test func `several problems are all told`() throws {
        let codes = try problems(
            Self.template,
            [
                "name": "", "flag": "", "template": "A B", "language": "e", "link": "x", "last": "", "index": "x",
                "date": "soon",
            ]
        ).map(\.code)
        #expect(
            codes == [
                "invalid_value", "invalid_value", "invalid_url", "missing_value", "not_a_number", "placeholder",
            ])
    }
}
