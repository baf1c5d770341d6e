import Telnyx
import Testing

@testable import Campaigns

@Suite struct MaskingTests {
    @Test func `what an author wrote is not masked`() {
        let finding = Finding(file: "a.yaml", line: 1, column: 1, code: "expired", message: "is 1700000000000.")
        #expect(finding.maskingNumbers.message == "is 1700•••0000.")
        var quoted = finding
        quoted.excerpt = "expiration_time_ms: 1700000000000"
        #expect(quoted.maskingNumbers == quoted)
    }

    @Test(arguments: [
        ("'+12025551001' is wrong", "'+1202•••1001' is wrong"), ("+447946000123.", "+4479•••0123."),
        ("+1 (202) 555-1001", "+1202•••1001"), ("12025551001", "1202•••1001"), ("+1234567", "+•••4567"),
        ("+123456789", "+12•••6789"), ("+123456789012345", "+1234•••2345"),
        ("Column 'to': (202) 555-0101.", "Column 'to': (202•••0101."), ("202 555 0101", "202•••0101"),
        ("0049 171 1234567", "0049•••4567"), ("+49 (0)171/1234567", "+4901•••4567"), ("202.555.0101", "202•••0101"),
        ("202\u{A0}555\u{2011}0101", "202•••0101"), ("＋１２０２５５５１００１", "+１２０２•••１００１"),
        ("٠٠٩٦٦٥٠١٢٣٤٥٦٧", "٠٠٩٦•••٤٥٦٧"), ("1202-12-31 4567", "1202•••4567"), ("2026-12-311", "20•••2311"),
        ("20.12.2026.55", "201•••2655"), ("03-07/2026", "0•••2026"), ("202 - 555 - 0101", "202•••0101"),
        ("202_555_0101", "202•••0101"), ("+1.2025551001", "+1202•••1001"), ("49.1511234567.8", "4915•••5678"),
    ])
    func `a number loses its middle`(_ text: String, _ masked: String) {
        #expect(text.maskingNumbers == masked)
    }

    @Test(arguments: [
        "", "not a number of the form +15005550123", "2026-12-31 09:12:44", "from 2026-11-27 to 2026-12-31",
        "2026-12-31T09:12:44.120Z", "the date '03/07/2026'", "3.7.2026", "2026-13-45", "2026/1/2, 10:00",
        "location.latitude is 412.581136; it", "-97.8371234",
        "+1 (500) 555-0100",
        "12 34 56", "row 123456: error 40310", "1,234,567.89",
        "+123456 is short",
    ])
    func `what is nobody's number stays`(_ text: String) {
        #expect(text.maskingNumbers == text)
    }

    @Test func `a run that stops says no number`() {
        let reason = StopReason.halted(.init(code: "40310", sentence: "Invalid 'to' address: +12025551001."), times: 3)
        #expect(
            reason.sentence
                == "Stopped: 3 messages in a row were refused with 40310. Invalid 'to' address: +1202•••1001.")
    }
}
