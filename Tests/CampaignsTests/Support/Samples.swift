import SystemPackage
import Telnyx

@testable import Campaigns

/// 3 November 2026, 09:12:44.125 UTC.
let created = 1_793_697_164_125

extension CampaignRecord {
    static let sample = CampaignRecord(
        uuid: "c0ffee", createdAt: created, sender: "+15005550006", templateFile: "hi.yaml", template: "type: text\n",
        recipientsFile: "people.csv", recipientsSHA256: "", header: Array("phone,name".utf8),
        delimiter: UInt8(ascii: ","), webhookURL: nil, messagingProfileID: nil)
}

extension PreparedRow {
    /// A row that is ready to be sent.
    static func pending(_ row: Int) -> PreparedRow {
        PreparedRow(
            row: row, line: row + 1, cells: Array("+1500555\(1000 + row),N\(row)".utf8)[...],
            recipient: "+1500555\(1000 + row)", body: Array(#"{"row":\#(row)}"#.utf8)[...], status: .pending,
            reason: nil)
    }

    static func rejected(_ row: Int) -> PreparedRow {
        PreparedRow(
            row: row, line: row + 1, cells: Array("12,N\(row)".utf8)[...], recipient: "", body: [], status: .rejected,
            reason: Outcome.Reason(code: "invalid_number", sentence: "No number."))
    }

    static func skipped(_ row: Int) -> PreparedRow {
        PreparedRow(
            row: row, line: row + 1, cells: Array("+15005551001,N\(row)".utf8)[...], recipient: "+15005551001",
            body: [],
            status: .skipped, reason: Outcome.Reason(code: "duplicate", sentence: "Row 1 has it."))
    }
}

extension CampaignFile {
    /// A complete campaign file in `directory`.
    static func sample(
        _ rows: [PreparedRow], in directory: FilePath, _ name: String = "a"
    ) throws -> CampaignFile {
        let file = try CampaignFile.create(at: directory.appending("\(name).campaign"), .sample)
        try file.append(rows, at: created)
        try file.finishPreparing(sha256: "5ha", at: created)
        return file
    }

    /// All rows as the result CSV would show them.
    func results() throws -> [ResultRow] {
        let reader = try CampaignReader.open(at: path)
        var rows: [ResultRow] = []
        try reader.results { rows.append($0) }
        try reader.close()
        return rows
    }
}

extension ResultRow {
    /// The row of a message that was ready to be sent, as *prepare* leaves it.
    static func pending(_ row: Int) -> ResultRow { ResultRow(.pending(row), at: created) }

    /// The row with something changed.
    func with(_ change: (inout ResultRow) -> Void) -> ResultRow {
        var row = self
        change(&row)
        return row
    }
}
