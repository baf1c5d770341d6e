import CSV
import SystemPackage
import Testing

@testable import Campaigns

@Suite struct ResultWriterTests {
    /// One row of every status, each with what it can have.
    static let rows = [
        ResultRow.pending(1).with {
            $0.status = .accepted
            $0.messageID = "m-1"
            $0.attempts = 2
            $0.updatedAt = created + 125
        },
        ResultRow(.rejected(2), at: created),
        ResultRow(.skipped(3), at: created),
        ResultRow.pending(4).with {
            $0.status = .failed
            $0.errorCode = "40310"
            $0.error = "Invalid \"to\", see\nthe manual; or ask."
            $0.attempts = 1
        },
    ]

    private func text(_ delimiter: CSVDelimiter, _ header: String, _ rows: [ResultRow]) throws -> String {
        var bytes: [UInt8] = []
        var writer = ResultWriter(header: Array(header.utf8), delimiter: delimiter)
        for row in rows { try writer.write(row) { bytes += copy $0 } }
        try writer.finish { bytes += copy $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `a result CSV is the recipients' own columns and ours`() throws {
        let text = try text(.comma, "phone,name", Self.rows)
        #expect(
            text == """
                phone,name,message_row,message_to,message_status,message_id,message_error_code,message_error,\
                message_attempts,message_updated_at
                +15005551001,N1,1,+15005551001,accepted,m-1,,,2,2026-11-03T09:12:44.250Z
                12,N2,2,,rejected,,invalid_number,No number.,0,2026-11-03T09:12:44.125Z
                +15005551001,N3,3,+15005551001,skipped,,duplicate,Row 1 has it.,0,2026-11-03T09:12:44.125Z
                +15005551004,N4,4,+15005551004,failed,,40310,"Invalid ""to"", see
                the manual; or ask.",1,2026-11-03T09:12:44.125Z

                """)
    }

    @Test(arguments: [(CSVDelimiter.semicolon, ";"), (.tab, "\t"), (.pipe, "|")])
    func `the delimiter is the recipients' own`(_ delimiter: CSVDelimiter, _ mark: String) throws {
        let row = ResultRow.pending(1).with { $0.cells = Array("+1\(mark)\"a\(mark)b\"".utf8)[...] }
        let lines = try text(delimiter, "phone\(mark)name", [row]).split(separator: "\n")
        #expect(lines.first?.hasPrefix("phone\(mark)name\(mark)message_row\(mark)message_to\(mark)") == true)
        #expect(
            lines.last
                == "+1|\"a|b\"|1|+15005551001|pending||||0|2026-11-03T09:12:44.125Z".replacing("|", with: mark)[...])
    }

    @Test func `without rows there is a header`() throws {
        #expect(try text(.comma, "phone", []) == "phone,\(ResultColumn.names.joined(separator: ","))\n")
    }

    @Test func `bytes are handed on long before the end`() throws {
        var sizes: [Int] = []
        var writer = ResultWriter(header: Array("phone,name".utf8), delimiter: .comma)
        for row in 1...5000 { try writer.write(.pending(row)) { sizes.append($0.count) } }
        try writer.finish { sizes.append($0.count) }
        #expect(sizes.count > 4)
        #expect(sizes.allSatisfy { $0 < 70000 })
    }

    @Test func `some statuses can be had alone`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample([.pending(1), .rejected(2), .skipped(3)], in: directory)
            let reader = try CampaignReader.open(at: file.path)
            var bytes: [UInt8] = []
            try reader.writeResults(only: [.rejected]) { bytes += copy $0 }
            let expected = try text(.comma, "phone,name", [ResultRow(.rejected(2), at: created)])
            #expect(String(decoding: bytes, as: UTF8.self) == expected)
        }
    }
}
