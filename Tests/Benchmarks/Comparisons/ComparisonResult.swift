/// What several programs took for the same work.
struct ComparisonResult: Encodable {
    let title: String
    let unit: String
    let contestants: [Entry]

    struct Entry: Encodable {
        let name: String
        let series: Series
        /// Our rate through this one's: over 1, ours is faster.
        let speedRatio: Double?
        /// Our processor time through this one's: under 1, ours is cheaper.
        let cpuRatio: Double?
        /// Our memory through this one's: under 1, ours is smaller.
        let memoryRatio: Double?

        init(name: String, _ series: Series, beside ours: Series) {
            self.name = name
            self.series = series
            speedRatio = Entry.ratio(ours.perSecond, series.perSecond)
            cpuRatio = Entry.ratio(ours.cpuEach, series.cpuEach)
            memoryRatio = Entry.ratio(ours.memory, series.memory)
        }

        /// Nil where a figure is too small for its clock.
        private static func ratio(_ ours: Figure, _ other: Figure) -> Double? {
            let ratio = ours.median / other.median
            return ratio.isFinite ? ratio : nil
        }

        private enum CodingKeys: String, CodingKey {
            case name, series
            case speedRatio = "speed_ratio"
            case cpuRatio = "cpu_ratio"
            case memoryRatio = "memory_ratio"
        }
    }

    init(title: String, unit: String, _ names: [String], _ series: [Series]) {
        self.title = title
        self.unit = unit
        contestants = zip(names, series).map { Entry(name: $0, $1, beside: series[0]) }
    }

    /// Our processor time through that of the contestant with this number.
    func cpuRatio(_ number: Int) throws -> Double {
        guard let ratio = contestants[number].cpuRatio else { throw Unreadable(what: title, text: "no time") }
        return ratio
    }

    static var table: Table {
        Table(
            "work", "program", "a second", "spread", "median time", "CPU each", "memory", "speed ×", "CPU ×", "memory ×"
        )
    }

    /// Adds a line for each program.
    func add(to table: inout Table) {
        for (index, entry) in contestants.enumerated() {
            let series = entry.series
            let ratio = { (ratio: Double?) in index == 0 ? "" : ratio?.places(2) ?? "–" }
            table.add(
                index == 0 ? title : "", entry.name, "\(series.perSecond.median.places(0)) \(unit)",
                "\((series.perSecond.spread * 100).places(0)) %", "\(series.wall.median.places(3)) s",
                "\(series.cpuEach.median.places(1)) µs", "\((series.memory.median / 1_048_576).places(0)) MB",
                ratio(entry.speedRatio), ratio(entry.cpuRatio), ratio(entry.memoryRatio))
        }
    }
}
