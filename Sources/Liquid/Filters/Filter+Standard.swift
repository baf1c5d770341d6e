/// The filters of the standard language, without those for lists.
extension Filter {
    /// The filter of that name.
    static func named(_ name: String, at offset: Int) throws(Mistake) -> Filter {
        if let filter = byName[name] { return filter }
        if listFilters.contains(name) {
            throw Mistake(
                offset: offset, message: "'\(name)' is for lists, which are not available in message templates.")
        }
        let hint = Spelling.hint(for: name, among: byName.keys)
        throw Mistake(offset: offset, message: "There is no filter '\(name)'.\(hint)")
    }

    private static let byName = Dictionary(uniqueKeysWithValues: standard.map { ($0.name, $0) })

    private static let standard = text + cutting + replacing + numbers + html + encodings + [date]

    private static let listFilters: Set<String> = [
        "compact", "concat", "find", "find_index", "first", "has", "join", "last", "map", "reject", "reverse", "sort",
        "sort_natural", "split", "sum", "uniq", "where",
    ]
}
