/// What a register holds when rendering starts.
enum Source: Sendable, Equatable {
    case nothing
    case cell(slot: Int)
    case now
    case today
}

extension [Source] {
    /// The columns among the sources, each once, ascending.
    var slots: [Int] {
        let slots = compactMap { if case .cell(let slot) = $0 { slot } else { nil } }
        return Set(slots).sorted()
    }

    /// The registers at the start of one row.
    func values(now: Now, cells: (Int) -> Value) -> [Value] {
        map { source in
            switch source {
            case .nothing: .null
            case .cell(let slot): cells(slot)
            case .now: now.time
            case .today: now.day
            }
        }
    }
}
