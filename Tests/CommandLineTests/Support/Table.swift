import CSV

/// A CSV file as a test compares it.
struct Table: Equatable {
    let header: [String]
    let rows: [[String]]

    init(_ csv: String, delimiter: CSVDelimiter? = nil) throws {
        let reader = CSVReader(delimiter: delimiter)
        let records = try reader.rows(in: Array(csv.utf8)).map(\.strings) + reader.finish().map(\.strings)
        header = records.first ?? []
        rows = Array(records.dropFirst())
    }

    /// The cells of a column.
    subscript(name: String) -> [String] {
        guard let index = header.firstIndex(of: name) else { return [] }
        return rows.map { index < $0.count ? $0[index] : "" }
    }

    /// One line a row, the cells of these columns apart by a space.
    func lines(_ columns: String...) -> [String] {
        let cells = columns.map { self[$0] }
        return rows.indices.map { row in cells.map { $0[row] }.joined(separator: " ") }
    }

    /// How many rows have each status.
    var statuses: [String: Int] { self["message_status"].reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}
