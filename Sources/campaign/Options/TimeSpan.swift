/// A length of time with its unit: `500ms`, `30s`, `2min`, `1h`.
struct TimeSpan: Equatable, CustomStringConvertible {
    let duration: Duration

    init(_ duration: Duration) { self.duration = duration }

    /// At most a day.
    init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let units = ["ms": 0.001, "s": 1, "min": 60, "h": 3600]
        guard let number = Double(digits), let unit = units[String(text.dropFirst(digits.count))],
            (0...86400).contains(number * unit)
        else { return nil }
        self.init(.seconds(number * unit))
    }

    /// In the largest of seconds and milliseconds in which it is whole.
    var description: String {
        let milliseconds = Int((duration / .milliseconds(1)).rounded())
        return milliseconds.isMultiple(of: 1000) ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
    }
}
