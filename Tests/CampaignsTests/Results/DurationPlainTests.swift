import Testing

@testable import Campaigns

@Suite struct DurationPlainTests {
    @Test(arguments: [
        (0, "0.0 s"), (4, "0.0 s"), (50, "0.1 s"), (400, "0.4 s"), (949, "0.9 s"), (951, "1.0 s"), (9900, "9.9 s"),
        (10000, "10 s"), (12400, "12 s"), (12600, "13 s"), (59400, "59 s"), (59600, "1 min 0 s"), (60000, "1 min 0 s"),
        (200_000, "3 min 20 s"), (3_599_400, "59 min 59 s"), (3_599_600, "1 h 0 min"), (3_600_000, "1 h 0 min"),
        (7_500_000, "2 h 5 min"), (360_000_000, "100 h 0 min"),
    ])
    func `a duration is said in at most two units`(_ milliseconds: Int, _ text: String) {
        #expect(Duration.milliseconds(milliseconds).plain == text)
    }
}
