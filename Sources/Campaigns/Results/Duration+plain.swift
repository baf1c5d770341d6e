extension Duration {
    /// For people: `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`.
    package var plain: String {
        let seconds = self / .seconds(1)
        if seconds < 9.95 { return "\((seconds * 10).rounded() / 10) s" }
        let whole = Int(seconds.rounded())
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}
