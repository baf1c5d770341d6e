/// What a template may refer to: the columns of a table, by the headers they have.
///
/// A header that is an identifier is a variable of that name, case and all. Every header is reachable as
/// `row["First Name"]`. A header that is no identifier is also a variable by its folded name (`first_name`), unless an
/// exact name or another header claims it. `now` (as in `2026-07-03 10:00:00 UTC`) and `today` (`2026-07-03`) are
/// built in, unless a column has that name.
package struct Names: Sendable {
    /// What a name stands for.
    enum Resolution {
        /// The column at this position in the table, from 0.
        case column(Int)
        /// One of several headers, no telling which.
        case ambiguous([String])
        case unknown
    }

    /// The headers, in the order of the table.
    let columns: [String]
    private var slotsByHeader: [String: Int] = [:]
    private var slotsByFoldedName: [String: [Int]] = [:]

    /// Takes the headers in the order of the table; of two equal headers the first counts.
    package init(columns: [String]) {
        self.columns = columns
        for (slot, header) in columns.enumerated() where slotsByHeader[header] == nil {
            slotsByHeader[header] = slot
            if Identifier.isValid(header) { continue }
            slotsByFoldedName[Identifier.folded(header), default: []].append(slot)
        }
    }

    /// The column that is the variable `name`.
    func resolve(variable name: String) -> Resolution {
        if Identifier.isValid(name), let slot = slotsByHeader[name] { return .column(slot) }
        return resolution(ofFolded: name)
    }

    /// The column that is `row["header"]` or `row.header`.
    func resolve(column header: String) -> Resolution {
        if let slot = slotsByHeader[header] { return .column(slot) }
        return resolution(ofFolded: header)
    }

    /// Whether a column is called so, by its header or as a variable.
    package func hasColumn(named name: String) -> Bool {
        if case .unknown = resolve(column: name) { false } else { true }
    }

    /// How a template refers to a header, in the quotes that need no others around it in YAML.
    static func reference(to header: String) -> String {
        header.contains("'") ? "row[\"\(header)\"]" : "row['\(header)']"
    }

    /// How a template refers to a column by what it is called.
    package func expression(for name: String) -> String {
        if case .unknown = resolve(variable: name) { Names.reference(to: name) } else { name }
    }

    /// The first header of which `word` is the first of several words.
    func column(beginningWith word: String) -> String? { columns.first { $0.hasPrefix(word + " ") } }

    /// A sentence that names the columns, if they are few enough to read.
    var listed: String {
        (1...10).contains(columns.count)
            ? " The columns are \(columns.map { "'\($0)'" }.joined(separator: ", "))." : ""
    }

    /// The names that resolve to a column as a variable.
    var variables: [String] {
        let folded = slotsByFoldedName.filter { $0.value.count == 1 && Identifier.isValid($0.key) }.keys
        return columns.filter(Identifier.isValid) + folded
    }

    private func resolution(ofFolded name: String) -> Resolution {
        guard let slots = slotsByFoldedName[name], let slot = slots.first else { return .unknown }
        return slots.count == 1 ? .column(slot) : .ambiguous(slots.map { columns[$0] })
    }
}
