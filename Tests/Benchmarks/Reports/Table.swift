/// A table of text in Markdown, its columns aligned.
struct Table {
    private var rows: [[String]]

    init(_ header: String...) { rows = [header] }

    mutating func add(_ cells: String...) { rows.append(cells) }

    var text: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var lines = rows.map { line($0, widths) }
        lines.insert("| \(widths.map { String(repeating: "-", count: $0) }.joined(separator: " | ")) |", at: 1)
        return lines.joined(separator: "\n")
    }

    /// The row that was added last, for those who wait.
    var lastLine: String { rows.last?.joined(separator: " | ") ?? "" }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        return "| \(padded.joined(separator: " | ")) |"
    }
}

extension Double {
    /// With so many digits after the point.
    func places(_ digits: Int) -> String {
        let scale = (0..<digits).reduce(1) { product, _ in product * 10 }
        guard isFinite else { return "–" }
        let scaled = Int((magnitude * Double(scale)).rounded())
        let sign = self < 0 ? "-" : ""
        if digits == 0 { return "\(sign)\(scaled)" }
        let fraction = String(scale + scaled % scale).dropFirst()
        return "\(sign)\(scaled / scale).\(fraction)"
    }
}
