import Telnyx
import Testing

@testable import Campaigns

@Suite struct RowPreparerTests {
    private func row(
        _ row: Int, line: Int, _ cells: String, _ recipient: String, text: String
    ) -> PreparedRow {
        PreparedRow(
            row: row, line: line, cells: Array(cells.utf8)[...], recipient: recipient,
            body: Array(textRequest(to: recipient, text).utf8)[...], status: .pending, reason: nil)
    }

    private func row(
        _ row: Int, line: Int, _ cells: String, _ recipient: String, _ status: Status, _ code: String,
        _ sentence: String
    ) -> PreparedRow {
        PreparedRow(
            row: row, line: line, cells: Array(cells.utf8)[...], recipient: recipient, body: [], status: status,
            reason: Outcome.Reason(code: code, sentence: sentence))
    }

    private func finding(_ row: Int, line: Int, _ code: String, _ message: String) -> Finding {
        Finding(file: "people.csv", line: line, row: row, code: code, message: message)
    }

    @Test func `rows that can be sent are rendered`() async throws {
        let csv =
            "\u{FEFF}phone;name\r\n+44 20 7946 0001;Ada\r\n\r\n\"0044 20 7946 0002\";\"a;b\r\nc\"\r\n+442079460003;\r\n"
        let result = try await prepared(csv.utf8)
        let expected = [
            row(1, line: 2, "+44 20 7946 0001;Ada", "+442079460001", text: "Hi Ada"),
            row(2, line: 4, "0044 20 7946 0002;\"a;b\r\nc\"", "+442079460002", text: #"Hi a;b\r\nc"#),
            row(3, line: 6, "+442079460003;", "+442079460003", text: "Hi "),
        ]
        #expect(result.rows == expected)
        #expect(result.findings.isEmpty)
        #expect(result.header == "phone;name")
    }

    @Test func `rows that cannot be sent say why`() async throws {
        let csv = "phone,name\n+442079460001\n+442079460002,Ada,more\n,Bo\n+15005550006,Me\ncall me,Cy\n"
        let result = try await prepared(csv.utf8)
        let few = "The row has too few cells: 1 where the header has 2. Look for a missing or unquoted delimiter."
        let many = "The row has too many cells: 3 where the header has 2. Look for a missing or unquoted delimiter."
        let missing = "Column 'phone': The number is missing."
        let sender = "The recipient is the sender's own number, which WhatsApp refuses."
        let letters =
            "Column 'phone': A number has only digits behind its +; spaces, hyphens, dots and parentheses "
            + "are allowed between them."
        let expected = [
            row(1, line: 2, "+442079460001,", "", .rejected, "wrong_cell_count", few),
            row(2, line: 3, "+442079460002,\"Ada,more\"", "", .rejected, "wrong_cell_count", many),
            row(3, line: 4, ",Bo", "", .rejected, "invalid_number", missing),
            row(4, line: 5, "+15005550006,Me", "+15005550006", .rejected, "same_as_sender", sender),
            row(5, line: 6, "call me,Cy", "", .rejected, "invalid_number", letters),
        ]
        #expect(result.rows == expected)
        let findings = [
            finding(1, line: 2, "wrong_cell_count", few), finding(2, line: 3, "wrong_cell_count", many),
            finding(3, line: 4, "invalid_number", missing), finding(4, line: 5, "same_as_sender", sender),
            finding(5, line: 6, "invalid_number", letters),
        ]
        #expect(result.findings == findings)
    }

    @Test func `everything that is wrong with a row is said at once`() async throws {
        let template = TemplateFile(
            name: "a.yaml",
            text: """
                type: template
                template:
                  name: a
                  language: { code: en }
                  components:
                    - type: body
                      parameters:
                        - { type: text, text: "{{ first }}" }
                        - { type: text, text: "{{ second }}" }
                """)
        let result = try await prepared("phone,first,second\n+442079460001,,\"a\nb\"\n".utf8, template)
        #expect(result.rows.map(\.status) == [.rejected])
        #expect(result.rows.map(\.recipient) == ["+442079460001"])
        #expect(result.findings.map(\.code) == ["missing_value", "line_break"])
        #expect(result.findings.map(\.row) == [1, 1])
        #expect(result.findings.map(\.line) == [2, 2])
        let all = result.findings.map(\.message).joined(separator: " ")
        #expect(result.rows.first?.reason == Outcome.Reason(code: "missing_value", sentence: all))
        #expect(all.contains("Check column 'first'.") && all.contains("Check column 'second'."))
    }

    @Test func `a second row of a recipient is skipped`() async throws {
        let csv = """
            phone,name
            +442079460001,Ada
            +44 20 7946 0001,Ada again
            +442079460002,Bo
            0044(20)79460001,Ada once more

            """
        let result = try await prepared(csv.utf8)
        let same = "Row 1 has the same recipient, so this row is not sent."
        let expected = [
            row(1, line: 2, "+442079460001,Ada", "+442079460001", text: "Hi Ada"),
            row(2, line: 3, "+44 20 7946 0001,Ada again", "+442079460001", .skipped, "duplicate", same),
            row(3, line: 4, "+442079460002,Bo", "+442079460002", text: "Hi Bo"),
            row(4, line: 5, "0044(20)79460001,Ada once more", "+442079460001", .skipped, "duplicate", same),
        ]
        #expect(result.rows == expected)
        #expect(result.findings.isEmpty)
    }

    @Test func `a rejected row is no reason to skip the next one of its recipient`() async throws {
        let template = TemplateFile(name: "a.yaml", text: "type: text\ntext: { body: \"{{ name }}\" }")
        let result = try await prepared(
            "phone,name\n+442079460001,\n+442079460001,Ada\n+442079460001,Bo\n".utf8, template)
        #expect(result.rows.map(\.status) == [.rejected, .pending, .skipped])
        #expect(result.rows.last?.reason?.sentence == "Row 2 has the same recipient, so this row is not sent.")
    }
}
