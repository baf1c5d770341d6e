import FoundationEssentials
import Testing

/// Promise: every row of the sample files ends as the README says.
@Suite(.timeLimit(.minutes(3))) struct SampleTests {
    @Test func `the clean file is accepted whole`() async throws {
        try await expect(
            "clean.csv", code: 0,
            [
                "1 +15005550100 accepted  1", "2 +15005550101 accepted  1", "3 +15005550102 accepted  1",
                "4 +442079460958 accepted  1", "5 +4930901820 accepted  1", "6 +33109758351 accepted  1",
                "7 +351210000000 accepted  1", "8 +2348030000000 accepted  1", "9 +8613800000000 accepted  1",
                "10 +971500000000 accepted  1", "11 US.13491208655302741918 accepted  1",
                "12 +4545454545 accepted  1",
            ])
    }

    @Test func `every mistake of the dirty file is named`() async throws {
        try await expect(
            "dirty.csv", code: 1,
            [
                "1 +15005550200 accepted  1", "2 +15005550201 accepted  1", "3 +15005550202 accepted  1",
                "4  rejected invalid_number 0", "5  rejected invalid_number 0", "6  rejected invalid_number 0",
                "7  rejected invalid_number 0", "8  rejected invalid_number 0", "9  rejected invalid_number 0",
                "10  rejected invalid_number 0", "11 +15005550200 skipped duplicate 0",
                "12 +15005550211 rejected missing_value 0", "13 +15005550212 rejected line_break 0",
                "14 +15005550213 rejected too_many_spaces 0", "15 +15005550214 rejected placeholder 0",
                "16 +15005550215 rejected invalid_url 0", "17 +15005550216 rejected invalid_value 0",
                "18 +15005550217 rejected too_long 0", "19 +15005550999 rejected same_as_sender 0",
                "20  rejected wrong_cell_count 0", "21  rejected wrong_cell_count 0", "22 +15005550221 accepted  1",
            ])
    }

    @Test func `the magic numbers show every kind of result`() async throws {
        try await expect(
            "magic.csv", code: 2,
            [
                "1 +15005550100 accepted  1", "2 +15005550001 failed 40310 1", "3 +15005550002 failed 40300 1",
                "4 +15005550003 failed 10027 1", "5 +15005550004 accepted  2", "6 +15005550005 unknown http_500 1",
                "7 +15005550006 unknown connection_lost 1", "8 +15005550010 accepted  2",
                "9 +15005550011 accepted  1", "10 +15005550012 unknown unreadable_answer 1",
                "11 +15005550013 unknown 10037 1", "12 +15005550014 failed 40008 1", "13 +15005550101 accepted  1",
            ])
    }

    /// Sends a sample to the embedded sandbox and compares the whole result CSV.
    private func expect(_ sample: String, code: Int32, _ rows: [String]) async throws {
        try await withScratch { scratch in
            try scratch.write(try Data(contentsOf: URL(filePath: Repository.sample(sample))), to: sample)
            let ending = try await scratch.campaign(
                "send", sample, "--template", Repository.template("order-shipped.yaml"), "--from", Inputs.sender,
                "--sandbox", key: nil)
            #expect(ending.code == code, "\(ending.errors)")

            let stem = sample.dropLast(".csv".count)
            let recipients = try scratch.table(sample)
            let results = try scratch.table("\(stem).results.csv")
            #expect(results.header == recipients.header + Self.columns)
            #expect(results.rows.map { Array($0.prefix(recipients.header.count)) } == recipients.squared)
            #expect(
                results.lines(
                    "message_row", "message_to", "message_status", "message_error_code", "message_attempts") == rows)
            #expect(results.idsAreWhereTheyBelong)
        }
    }

    private static let columns = [
        "message_row", "message_to", "message_status", "message_id", "message_error_code", "message_error",
        "message_attempts", "message_updated_at",
    ]
}

extension Table {
    /// The rows with as many cells as the header has; the last one has what is too much, too.
    fileprivate var squared: [[String]] {
        rows.map { row in
            let cells = row + Array(repeating: "", count: max(header.count - row.count, 0))
            return cells.prefix(header.count - 1) + [cells[(header.count - 1)...].joined(separator: ",")]
        }
    }

    /// What was accepted has an id of its own, everything else has a sentence instead; all have a time.
    fileprivate var idsAreWhereTheyBelong: Bool {
        let ids = self["message_id"].filter { !$0.isEmpty }
        let times = self["message_updated_at"]
        return Set(ids).count == statuses["accepted", default: 0]
            && zip(self["message_status"], self["message_error"]).allSatisfy { ($0 == "accepted") == $1.isEmpty }
            && times.allSatisfy { $0.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil }
    }
}
