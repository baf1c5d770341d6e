/// The middle of several measurements of the same thing, and how far they lie apart.
struct Figure: Codable, Equatable {
    let median: Double
    let least: Double
    let most: Double

    init(_ values: [Double]) {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        median =
            switch sorted.count {
            case 0: .nan
            case let count where count.isMultiple(of: 2): (sorted[middle - 1] + sorted[middle]) / 2
            default: sorted[middle]
            }
        least = sorted.first ?? .nan
        most = sorted.last ?? .nan
    }

    /// The distance between the extremes, as a share of the median.
    var spread: Double { (most - least) / median }
}
