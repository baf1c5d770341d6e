/// The times at which requests arrived, in nanoseconds of one clock.
struct Arrivals {
    private let times: [Int]

    init(_ times: [Int]) { self.times = times.sorted() }

    var count: Int { times.count }

    /// Requests a second between the first and the last.
    var perSecond: Double {
        guard let first = times.first, let last = times.last, last > first else { return 0 }
        return Double(times.count - 1) * 1e9 / Double(last - first)
    }

    /// The most requests in any window of one second.
    var fullestSecond: Int {
        var first = 0
        var most = 0
        for last in times.indices {
            while times[last] - times[first] >= 1_000_000_000 { first += 1 }
            most = max(most, last - first + 1)
        }
        return most
    }
}
