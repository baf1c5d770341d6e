import Testing

@testable import Campaigns

/// What deserves a look in the rows, once each with its count.
@Suite struct RowWarningTests {
    private func warnings(_ csv: String, _ body: String = "Hi") async throws -> [String] {
        let template = TemplateFile(name: "a.yaml", text: "type: text\ntext: { body: \"\(body)\" }\n")
        return try await prepared(csv.utf8, template).warnings.map { "\($0.line ?? 0) \($0.code): \($0.message)" }
    }

    private static let gap =
        "text.body has a gap where column 'name' is empty. Say what stands there instead: "
        + "{{ … | default: '…' }}."

    @Test(arguments: [
        ("Hi {{ name }}", [gap]), ("Hi {{ name | capitalize }}", [gap]), ("{{ name }}{{ city }}", [gap]),
        ("{% assign who = name %}{{ who }}!", []), ("Hi{% if city %} {{ name }}{% endif %}", [gap]),
        ("Hi {{ name | default: 'you' }}", []), ("Hi {{ name | default: '' }}", []),
        ("Hi{% if name %} {{ name }}{% endif %}", []), ("Hi {{ city }}", []), ("Hi {{ name | append: 'x' }}", []),
        ("Hi {{ city | remove: 'Rome' }}", []), ("Hi {{ name.size }}", []),
    ])
    func `an empty cell in a text is a gap, unless something takes its place`(
        _ body: String, _ expected: [String]
    ) async throws {
        let found = try await warnings("phone,name,city\n+442079460001,,Rome\n", body)
        #expect(found == expected.map { "2 empty_cell: \($0)" })
    }

    @Test func `gaps are counted for each column`() async throws {
        let csv = "phone,name,city\n+442079460001,,\n+442079460002,Ada,\n+442079460003,,\n+442079460004,Bo,Rome\n"
        let city = Self.gap.replacing("name", with: "city")
        #expect(
            try await warnings(csv, "Hi {{ name }}") == ["2 empty_cell: \(Self.gap) This is the first of 2 such rows."])
        #expect(
            try await warnings(csv, "Hi {{ city }}") == ["2 empty_cell: \(city) This is the first of 3 such rows."])
        #expect(
            try await warnings(csv, "{{ name }} of {{ city }}, {{ name }}") == [
                "2 empty_cell: \(Self.gap) This is the first of 2 such rows.",
                "2 empty_cell: \(city) This is the first of 3 such rows.",
            ])
    }

    @Test func `who was sent to by the campaign whose results these are is told of`() async throws {
        let others = ResultColumn.names.filter { $0 != "message_status" }
        let csv = """
            phone,message_status,\(others.joined(separator: ","))
            +442079460001,accepted,,,,,,,
            +442079460002,failed,,,,,,,
            +442079460003,unknown,,,,,,,
            +442079460004,accepted,,,,,,,
            +442079460005,pending,,,,,,,
            12,accepted,,,,,,,

            """
        #expect(
            try await warnings(csv) == [
                "2 sent_before: An earlier campaign has sent to this recipient, and this one does it again. "
                    + "This is the first of 2 such rows.",
                "4 perhaps_sent_before: An earlier campaign may have sent to this recipient, and this one does it again.",
            ])
    }

    /// It may be a column of an earlier result, or one's own.
    @Test func `a column that is named like one of the result is told of`() async throws {
        #expect(
            try await warnings("phone,message_id\n+442079460001,wamid.A\n") == [
                "1 replaced_column: Column 'message_id' is left out, for the result CSV has one of this name. "
                    + "Rename it if it is your own."
            ])
        await #expect(throws: InputError.self) {
            try await warnings("phone,message_id\n+442079460001,wamid.A\n", "{{ message_id }}")
        }
    }

    @Test func `a list of nobody is no mistake, but told of`() async throws {
        #expect(
            try await warnings("phone,name\n") == [
                "0 no_rows: There are no rows below the header: nobody gets a message."
            ])
    }
}
