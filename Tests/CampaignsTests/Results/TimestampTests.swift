import Testing

@testable import Campaigns

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (1_709_251_199_500, "2024-02-29T23:59:59.500Z"),
        (created, "2026-11-03T09:12:44.125Z"), (253_402_300_799_750, "9999-12-31T23:59:59.750Z"),
        (-250, "1969-12-31T23:59:59.750Z"),
    ])
    func `a time is RFC 3339 in UTC with milliseconds`(_ milliseconds: Int, _ text: String) {
        #expect(Timestamp.text(milliseconds) == text)
    }

    /// Most milliseconds are no binary fractions of a second: each must come out as it went in.
    @Test(arguments: [0, 1_500_000_000_000, 1_793_697_164_000, 4_102_444_800_000])
    func `no millisecond is lost`(_ second: Int) {
        let wrong = (0..<1000).count { millisecond in
            let digits = String(1000 + millisecond).dropFirst()
            return !Timestamp.text(second + millisecond).hasSuffix(".\(digits)Z")
        }
        #expect(wrong == 0)
    }

    @Test func `now is this century`() {
        #expect((1_767_225_600_000...4_102_444_800_000).contains(Timestamp.now()))
    }
}
