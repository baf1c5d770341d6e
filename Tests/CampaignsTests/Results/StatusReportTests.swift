import Testing

@testable import Campaigns

@Suite struct StatusReportTests {
    private var report: StatusReport {
        var record = CampaignRecord.sample
        record.recipientsSHA256 = "5ha"
        return StatusReport(
            path: "a.campaign", record: record, tally: Tally([.accepted: 12, .sending: 1, .pending: 3]))
    }

    @Test func `a report for people`() {
        #expect(
            report.text == """
                a.campaign: 16 rows from people.csv, created 2026-11-03T09:12:44.125Z
                  sender    +15005550006
                  template  hi.yaml
                  accepted  12
                  unknown   1
                  pending   3
                """)
    }

    @Test func `a report for scripts`() throws {
        let json = try report.json
        #expect(
            json == #"{"accepted":12,"campaign":"a.campaign","created_at":"2026-11-03T09:12:44.125Z","failed":0,"#
                + #""from":"+15005550006","id":"c0ffee","pending":3,"recipients":"people.csv","#
                + #""recipients_sha256":"5ha","rejected":0,"rows":16,"skipped":0,"template":"hi.yaml","unknown":1}"#)
    }
}
