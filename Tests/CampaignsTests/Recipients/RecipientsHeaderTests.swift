import Testing

@testable import Campaigns

@Suite struct RecipientsHeaderTests {
    /// All that a header says.
    struct Shape: Equatable {
        var columns: [String]
        var positions: [Int]
        var width: Int
        var recipient: Int
        var recipientColumn: String
    }

    private func header(_ names: [String], _ wanted: String? = nil) -> Result<Shape, RecipientsHeader.Invalid> {
        do throws(RecipientsHeader.Invalid) {
            let header = try RecipientsHeader(names, wanted: wanted)
            return .success(
                Shape(
                    columns: header.columns, positions: header.positions, width: header.width,
                    recipient: header.recipient, recipientColumn: header.recipientColumn))
        } catch {
            return .failure(error)
        }
    }

    struct Found: Sendable {
        let names: [String]
        var wanted: String?
        let recipient: Int

        init(_ names: [String], _ recipient: Int, wanted: String? = nil) {
            self.names = names
            self.recipient = recipient
            self.wanted = wanted
        }
    }

    @Test(arguments: [
        Found(["to"], 0), Found(["name", "phone"], 1), Found(["Phone_Number", "name"], 0), Found(["MOBILE"], 0),
        Found(["a", "MsIsDn"], 1), Found(["WhatsApp", "b"], 0), Found([" phone\t", "b"], 0),
        Found(["phones", "to"], 1), Found(["phone number", "to"], 1),
        Found(["phone", "mobile"], 1, wanted: "mobile"), Found(["nr", "phone"], 0, wanted: "nr"),
        Found(["Phone", "phone"], 1, wanted: "phone"), Found(["a", " b "], 1, wanted: " b "),
    ])
    func `the recipient column is found by its name, or by the one that is given`(_ test: Found) {
        let shape = Shape(
            columns: test.names, positions: Array(test.names.indices), width: test.names.count,
            recipient: test.recipient, recipientColumn: test.names[test.recipient])
        #expect(header(test.names, test.wanted) == .success(shape))
    }

    @Test func `columns of an earlier result CSV are dropped`() {
        let names = ["message_row", "name", "message_to", "phone"] + ResultColumn.names.dropFirst(2) + ["city"]
        let expected = Shape(
            columns: ["name", "phone", "city"], positions: [1, 3, 10], width: 11, recipient: 3,
            recipientColumn: "phone")
        #expect(header(names) == .success(expected))
        #expect(header(names, "phone") == .success(expected))
    }

    struct Refused: Sendable {
        let names: [String]
        var wanted: String?
        let code: String
        let message: String

        init(_ names: [String], _ code: String, _ message: String, wanted: String? = nil) {
            self.names = names
            self.wanted = wanted
            self.code = code
            self.message = message
        }
    }

    static func none(_ likely: String? = nil) -> String {
        "No column is called to, phone, phone_number, mobile, msisdn, whatsapp. "
            + "Name the column with --to-column\(likely.map { " \($0)" } ?? ""). "
    }

    @Test(arguments: [
        Refused(["name", "city"], "no_recipient_column", none() + "The columns are 'name', 'city'."),
        Refused(["phone number"], "no_recipient_column", none("'phone number'") + "The columns are 'phone number'."),
        Refused(
            ["name", "Phone Number"], "no_recipient_column",
            none("'Phone Number'") + "The columns are 'name', 'Phone Number'."),
        Refused(
            ["WhatsApp-", "PhoneNumber"], "no_recipient_column",
            none("'WhatsApp-'") + "The columns are 'WhatsApp-', 'PhoneNumber'."),
        Refused(
            ["to", "name", "Phone"], "no_recipient_column",
            "Several columns could hold the number: 'to', 'Phone'. Name the column with --to-column. "
                + "The columns are 'to', 'name', 'Phone'."),
        Refused(
            ["handy", "name"], "no_recipient_column",
            "There is no column 'handyy'. Did you mean 'handy'? The columns are 'handy', 'name'.", wanted: "handyy"),
        Refused(
            ["handy", "name"], "no_recipient_column",
            "There is no column 'Handy'. Did you mean 'handy'? The columns are 'handy', 'name'.", wanted: "Handy"),
        Refused(
            ["handy", "name"], "no_recipient_column",
            "There is no column 'zzzzzz'. The columns are 'handy', 'name'.", wanted: "zzzzzz"),
        Refused(
            ["phone", "message_to"], "no_recipient_column",
            "Column 'message_to' is one of a result CSV, which are written anew. Rename it.", wanted: "message_to"),
        Refused(["phone", ""], "empty_header", "Column 2 has no name in the header. Give it one."),
        Refused([" ", "phone"], "empty_header", "Column 1 has no name in the header. Give it one."),
        Refused(
            ["a", "phone", "a"], "duplicate_header", "Columns 1 and 3 are both called 'a'. Rename one of them."),
        Refused(
            ["phone", "message_id", "message_id"], "duplicate_header",
            "Columns 2 and 3 are both called 'message_id'. Rename one of them."),
    ])
    func `a header that cannot be used says why`(_ test: Refused) {
        let error = RecipientsHeader.Invalid(code: test.code, message: test.message)
        #expect(header(test.names, test.wanted) == .failure(error))
    }
}
