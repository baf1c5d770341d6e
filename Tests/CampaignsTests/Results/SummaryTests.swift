import Telnyx
import Testing

@testable import Campaigns

@Suite struct SummaryTests {
    static let noTally = Tally([.accepted: 3])
    static let unreachable = CampaignFileError.cannotWrite(path: "a.campaign", cause: "disk full")

    struct Case: Sendable {
        let tally: Tally
        let stop: StopReason?
        let status: Campaigns.ExitStatus
        let code: Int32

        init(_ counts: [Status: Int], _ stop: StopReason?, _ status: Campaigns.ExitStatus, _ code: Int32) {
            tally = Tally(counts)
            self.stop = stop
            self.status = status
            self.code = code
        }
    }

    static let finished = [
        Case([:], nil, .success, 0),
        Case([.accepted: 3], nil, .success, 0),
        Case([.accepted: 3, .skipped: 2], nil, .success, 0),
        Case([.pending: 3], nil, .success, 0),
        Case([.accepted: 3, .rejected: 1], nil, .rejected, 1),
        Case([.accepted: 3, .failed: 1], nil, .rejected, 1),
        Case([.failed: 1, .rejected: 1], nil, .rejected, 1),
        Case([.accepted: 3, .unknown: 1], nil, .unknown, 2),
        Case([.sending: 1], nil, .unknown, 2),
        Case([.unknown: 1, .rejected: 1, .failed: 1], nil, .unknown, 2),
    ]

    static let everything: [Status: Int] = [.pending: 1, .unknown: 1, .failed: 1, .rejected: 1, .accepted: 1]

    static let stopped = [
        Case(everything, .limit(3), .stopped, 75),
        Case(everything, .halted(.bad, times: 20), .stopped, 75),
        Case(everything, .unreachable(.cut), .stopped, 75),
        Case(everything, .account(.poor), .notPermitted, 77),
        Case(everything, .cannotRecord(unreachable), .cannotRecord, 74),
        Case(everything, .signal(2), .signal(2), 130),
        Case(everything, .signal(15), .signal(15), 143),
        Case([.accepted: 1], .account(.poor), .notPermitted, 77),
    ]

    @Test(arguments: finished + stopped)
    func `a run has one exit code`(_ test: Case) {
        let summary = Summary(campaign: "a.campaign", results: nil, tally: test.tally, stop: test.stop)
        #expect(summary.exitStatus == test.status)
        #expect(summary.exitStatus.code == test.code)
    }

    @Test(
        arguments: [
            (Campaigns.ExitStatus.usage, 64), (.dataError, 65), (.noInput, 66), (.cannotCreate, 73),
        ] as [(Campaigns.ExitStatus, Int32)])
    func `the other codes are those of the contract`(_ status: Campaigns.ExitStatus, _ code: Int32) {
        #expect(status.code == code)
    }

    @Test func `the text of a run that finished`() {
        let summary = Summary(
            campaign: "a.campaign", results: "a.results.csv",
            tally: Tally([.accepted: 1200, .failed: 3, .rejected: 2, .skipped: 1, .unknown: 4]),
            elapsed: .milliseconds(15500))
        #expect(
            summary.text == """
                1210 rows in 16 s
                  accepted  1200
                  failed    3
                  rejected  2
                  skipped   1
                  unknown   4
                Results: a.results.csv
                4 may have been sent. To send them again: campaign resume a.campaign --retry unknown
                """)
    }

    @Test func `the text of a run that stopped`() {
        let summary = Summary(
            campaign: "a.campaign", results: "a.results.csv", tally: Tally([.accepted: 5, .pending: 7]),
            stop: .limit(5), elapsed: .milliseconds(60))
        #expect(
            summary.text == """
                12 rows in 0.1 s
                  accepted  5
                  pending   7
                Stopped after 5 messages, as --limit says.
                Results: a.results.csv
                7 are pending. Go on with: campaign resume a.campaign
                """)
    }

    @Test func `refusals that halted a run can be sent again`() {
        let summary = Summary(
            campaign: "a.campaign", results: nil, tally: Tally([.failed: 20, .pending: 2, .unknown: 3]),
            stop: .halted(.bad, times: 20))
        #expect(
            summary.text.split(separator: "\n").suffix(3) == [
                "2 are pending. Go on with: campaign resume a.campaign",
                "20 were refused in all. To send them again, once the cause is mended: campaign resume a.campaign --retry failed",
                "3 may have been sent. To send them again: campaign resume a.campaign --retry unknown",
            ])
    }

    @Test func `a run that stopped while it sent some again says how to go on with them`() {
        func advice(_ counts: [Status: Int], _ retrying: Set<Status>, _ stop: StopReason?) -> [Substring] {
            var summary = Summary(campaign: "a.campaign", results: "a.csv", tally: Tally(counts), stop: stop)
            summary.retrying = retrying
            return summary.text.split(separator: "\n").drop { !$0.hasPrefix("Results") }.dropFirst().map(\.self)
        }
        let failed = "240 were refused in all. To send them again, once the cause is mended: "
        let unknown = "4 may have been sent. To send them again: campaign resume a.campaign --retry unknown"
        #expect(
            advice([.failed: 240], [.failed], .signal(2)) == ["\(failed)campaign resume a.campaign --retry failed"])
        #expect(advice([.failed: 240], [.failed], nil) == [])
        #expect(advice([.failed: 240], [], .signal(2)) == [])
        #expect(
            advice([.pending: 380, .failed: 240, .unknown: 4], [.failed, .unknown], .limit(5)) == [
                "380 are pending. Go on with: campaign resume a.campaign",
                "\(failed)campaign resume a.campaign --retry failed", Substring(unknown),
            ])
    }

    @Test func `one of a kind is no plural`() {
        let summary = Summary(
            campaign: "a.campaign", results: nil, tally: Tally([.unknown: 1, .pending: 1]), stop: .signal(2))
        #expect(
            summary.text.split(separator: "\n").suffix(2) == [
                "1 is pending. Go on with: campaign resume a.campaign",
                "1 may have been sent. To send it again: campaign resume a.campaign --retry unknown",
            ])
    }

    @Test(arguments: [
        ("a.campaign", ["--sandbox"], "campaign resume a.campaign --sandbox"),
        ("my list.campaign", [], "campaign resume 'my list.campaign'"),
        ("it's.campaign", [], #"campaign resume 'it'\''s.campaign'"#),
        (
            "a.campaign", ["--rate", "5/s", "--results", "my results.csv"],
            "campaign resume a.campaign --rate 5/s --results 'my results.csv'"
        ),
        (
            "a.campaign", ["--base-url", "http://[::1]:4010/v2"],
            "campaign resume a.campaign --base-url 'http://[::1]:4010/v2'"
        ),
    ])
    func `how to go on can be pasted into a shell`(campaign: String, options: [String], command: String) {
        var summary = Summary(
            campaign: campaign, results: nil, tally: Tally([.unknown: 1, .pending: 1]), stop: .limit(1))
        summary.options = options
        #expect(
            summary.text.split(separator: "\n").suffix(2) == [
                "1 is pending. Go on with: \(command)",
                "1 may have been sent. To send it again: \(command) --retry unknown",
            ])
    }

    @Test func `a run that its concurrency made slow says what to set`() throws {
        let summary = Summary(
            campaign: "a.campaign", results: "a.results.csv", tally: Tally([.accepted: 5]),
            shortfall: Shortfall(SendingOptions(concurrency: 40), share: 0.5, flight: .seconds(1)), elapsed: .seconds(1)
        )
        #expect(
            summary.text == """
                5 rows in 1.0 s
                  accepted  5
                Slower than 80/s: all requests that --concurrency 40 allows waited for answers. \
                Set --concurrency 80 next time.
                Results: a.results.csv
                """)
        #expect(summary.exitStatus == .success)
        #expect(
            try summary.json == #"{"accepted":5,"campaign":"a.campaign","failed":0,"needed_concurrency":80,"#
                + #""pending":0,"rejected":0,"results":"a.results.csv","rows":5,"seconds":1,"skipped":0,"unknown":0}"#)
    }

    @Test func `the text of a dry run`() {
        let summary = Summary(campaign: nil, results: nil, tally: Tally([.pending: 1]))
        #expect(summary.text == "1 row in 0.0 s\n  pending   1")
    }

    @Test func `the JSON of a run that stopped`() throws {
        let summary = Summary(
            campaign: "out/a.campaign", results: "a \"b\".csv", tally: Tally([.accepted: 5, .sending: 1, .pending: 7]),
            stop: .halted(.bad, times: 20), elapsed: .microseconds(1_234_567))
        let json = try summary.json
        #expect(
            json == #"{"accepted":5,"campaign":"out/a.campaign","failed":0,"#
                + #""message":"Stopped: 20 messages in a row were refused with 40310. Bad number.","pending":7,"#
                + #""rejected":0,"results":"a \"b\".csv","rows":13,"seconds":1.235,"skipped":0,"stopped":"halted","#
                + #""unknown":1}"#)
    }

    @Test func `the JSON of a dry run`() throws {
        let json = try Summary(campaign: nil, results: nil, tally: Tally([.pending: 2]), elapsed: .seconds(3)).json
        #expect(
            json == #"{"accepted":0,"failed":0,"pending":2,"rejected":0,"rows":2,"seconds":3,"skipped":0,"unknown":0}"#)
    }

    @Test(
        arguments: [
            (.limit(1), "limit", "Stopped after 1 message, as --limit says."),
            (.halted(.bad, times: 1), "halted", "Stopped: a message was refused with 40310. Bad number."),
            (.halted(.bad, times: 2), "halted", "Stopped: 2 messages in a row were refused with 40310. Bad number."),
            (.limit(3), "limit", "Stopped after 3 messages, as --limit says."),
            (.unreachable(.cut), "unreachable", "Stopped: no message gets to Telnyx. Nobody there."),
            (.account(.poor), "account", "Stopped: nothing can be sent (20100). No money."),
            (
                .account(.init(code: "10009", sentence: "No such key.")), "account",
                "Stopped: nothing can be sent (10009). No such key. Check the key in TELNYX_API_KEY."
            ),
            (.signal(2), "signal", "Stopped by a signal; what was in flight is recorded."),
            (
                .cannotRecord(unreachable), "cannot_record",
                "Stopped: a.campaign cannot be written any more: disk full. "
                    + "Nothing unrecorded was sent."
            ),
        ] as [(StopReason, String, String)])
    func `a reason has a word and a sentence`(_ reason: StopReason, _ word: String, _ sentence: String) {
        #expect(reason.word == word)
        #expect(reason.sentence == sentence)
    }
}
