import CSV
import WhatsApp

/// The header of a recipients file: its columns, and which of them holds the number.
struct RecipientsHeader: Sendable, Equatable {
    /// The user's own columns.
    let columns: [String]
    /// Where each own column stands in the file.
    let positions: [Int]
    /// How many cells a row must have.
    let width: Int
    /// The position of the recipient column in the file.
    let recipient: Int
    /// Its name.
    let recipientColumn: String
    /// The position of an earlier result's error codes in the file; nil where it is none.
    let errorCode: Int?
    /// The position of an earlier result's statuses in the file; nil where it is none.
    let status: Int?

    /// Columns that are named like some of a result CSV, and are perhaps no part of one.
    let replaced: [String]

    /// The names by which a recipient column is found.
    static let recipientNames = ["to", "phone", "phone_number", "mobile", "msisdn", "whatsapp"]

    /// Why a header cannot be used, in one or two sentences.
    struct Invalid: Error, Equatable {
        let code: String
        let message: String
    }

    /// - Parameter wanted: the column that `--to-column` names; nil to find it by its name.
    init(_ names: [String], wanted: String?) throws(Invalid) {
        try Self.checkNames(names)
        width = names.count
        // The columns of an earlier result CSV are written anew, so that its failed part can be the next input.
        positions = names.indices.filter { !ResultColumn.names.contains(names[$0]) }
        columns = positions.map { names[$0] }
        let ours = names.filter(ResultColumn.names.contains)
        replaced = ours.count < ResultColumn.names.count ? ours : []
        if let wanted, ours.contains(wanted) {
            throw Invalid(
                code: "no_recipient_column",
                message: "Column '\(wanted)' is one of a result CSV, which are written anew. Rename it.")
        }
        recipient = try Self.recipient(among: columns, wanted: wanted, positions)
        recipientColumn = names[recipient]
        errorCode = names.firstIndex(of: ResultColumn.errorCode.rawValue)
        status = names.firstIndex(of: ResultColumn.status.rawValue)
    }

    private static func checkNames(_ names: [String]) throws(Invalid) {
        var seen: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            if name.isBlank {
                throw Invalid(
                    code: "empty_header", message: "Column \(index + 1) has no name in the header. Give it one.")
            }
            if let first = seen.updateValue(index, forKey: name) {
                throw Invalid(
                    code: "duplicate_header",
                    message: "Columns \(first + 1) and \(index + 1) are both called '\(name)'. Rename one of them.")
            }
        }
    }

    private static func recipient(
        among columns: [String], wanted: String?, _ positions: [Int]
    ) throws(Invalid) -> Int {
        if let wanted {
            if let index = columns.firstIndex(of: wanted) { return positions[index] }
            let hint = Spelling.nearest(to: wanted, among: columns).map { " Did you mean '\($0)'?" } ?? ""
            throw Invalid(
                code: "no_recipient_column",
                message: "There is no column '\(wanted)'.\(hint) The columns are \(list(columns)).")
        }
        let found = columns.indices.filter { recipientNames.contains(columns[$0].trimmingSpaces.lowercased()) }
        guard found.count != 1 else { return positions[found[0]] }
        let trouble =
            found.isEmpty
            ? "No column is called \(recipientNames.joined(separator: ", "))."
            : "Several columns could hold the number: \(list(found.map { columns[$0] }))."
        let likely = found.isEmpty ? columns.first(where: isAlmostRecipientName).map { " '\($0)'" } ?? "" : ""
        throw Invalid(
            code: "no_recipient_column",
            message: "\(trouble) Name the column with --to-column\(likely). The columns are \(list(columns)).")
    }

    /// Whether only spaces and other signs keep the name from being one of a recipient column.
    private static func isAlmostRecipientName(_ name: String) -> Bool {
        let letters = { (name: String) in name.lowercased().filter(\.isLetter) }
        return recipientNames.map(letters).contains(letters(name))
    }

    private static func list(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ")
    }
}
