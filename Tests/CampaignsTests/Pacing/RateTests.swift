import Testing

@testable import Campaigns

@Suite struct RateTests {
    @Test(arguments: [
        ("80", Rate(count: 80, unit: .second)), ("80/s", Rate(count: 80, unit: .second)),
        ("1", Rate(count: 1, unit: .second)), ("4800/min", Rate(count: 4800, unit: .minute)),
        ("20000/h", Rate(count: 20000, unit: .hour)), ("1000000/s", Rate(count: 1_000_000, unit: .second)),
        ("1/h", Rate(count: 1, unit: .hour)),
    ])
    func `a rate is a number and a unit`(_ text: String, _ rate: Rate) {
        #expect(Rate(text) == rate)
    }

    @Test(arguments: [
        "", "/", "/s", "80/", "80/S", "80/sec", "80/m", "80/hour", "80/day", "80 /s", "80/ s", " 80", "80 ", "80/s/s",
        "0", "0/s", "-1", "-80/s", "1000001", "1000001/h", "80.5", "8e1", "0x50", "٨٠", "99999999999999999999", "fast",
    ])
    func `anything else is no rate`(_ text: String) {
        #expect(Rate(text) == nil)
    }

    struct Figures: Sendable {
        let rate: Rate
        let description: String
        let interval: Duration
        let perSecond: Double
        let concurrency: Int

        init(_ count: Int, _ unit: Rate.Unit, _ text: String, _ interval: Duration, _ perSecond: Double, _ most: Int) {
            rate = Rate(count: count, unit: unit)
            description = text
            self.interval = interval
            self.perSecond = perSecond
            concurrency = most
        }
    }

    @Test(arguments: [
        Figures(1, .second, "1/s", .seconds(1), 1, 4),
        Figures(80, .second, "80/s", .microseconds(12500), 80, 160),
        Figures(5000, .second, "5000/s", .microseconds(200), 5000, 2000),
        Figures(4800, .minute, "4800/min", .microseconds(12500), 80, 160),
        Figures(90, .minute, "90/min", .seconds(60) / 90, 1.5, 4),
        Figures(18000, .hour, "18000/h", .milliseconds(200), 5, 10),
        Figures(1, .hour, "1/h", .seconds(3600), 1.0 / 3600, 4),
    ])
    func `a rate says what follows from it`(_ figures: Figures) {
        #expect(figures.rate.description == figures.description)
        #expect(Rate(figures.description) == figures.rate)
        #expect(figures.rate.interval == figures.interval)
        #expect(figures.rate.perSecond == figures.perSecond)
        #expect(figures.rate.concurrency == figures.concurrency)
    }

    @Test(
        arguments: [
            (nil, 1000, nil), (500, 1000, nil), (0, 1000, nil), (-5, 1000, nil), (Int.min, 1000, nil), (501, 1000, 1),
            (900, 1000, 400), (1000, 1000, 500), (1001, 1000, 500), (Int.max, 1000, 500),
        ] as [(Int?, Int, Int?)])
    func `the cap holds from one run to the next`(_ last: Int?, _ now: Int, _ rest: Int?) {
        #expect(Rate(count: 2, unit: .second).rest(after: last, at: now) == rest.map { .milliseconds($0) })
    }

    @Test(arguments: [(0, 0), (1, 0), (2, 0.5), (3, 1), (121, 60)] as [(Int, Double)])
    func `so many messages take so long at two a second`(_ messages: Int, _ seconds: Double) {
        #expect(Rate(count: 2, unit: .second).duration(of: messages) == .seconds(seconds))
    }
}
