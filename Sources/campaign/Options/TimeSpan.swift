/// A length of time with its unit: `500ms`, `30s`, `2min`, `1h`.
struct TimeSpan: Equatable, CustomStringConvertible {
    /// As it was written.
    let description: String
    let duration: Duration

    init(seconds: Int) {
        description = "\(seconds)s"
        duration = .seconds(seconds)
    }

    /// At most a day.
    init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let units = ["ms": 0.001, "s": 1, "min": 60, "h": 3600]
        guard let number = Double(digits), let unit = units[String(text.dropFirst(digits.count))],
            (0...86400).contains(number * unit)
        else { return nil }
        description = text
        duration = .seconds(number * unit)
    }
}
