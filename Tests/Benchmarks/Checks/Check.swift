/// A figure that is about the same on every machine.
struct Check {
    let name: String
    let value: Double
    /// How much more than the baseline is still right, as a share: several times what the figure varies by itself.
    let tolerance: Double

    enum Verdict: Equatable {
        case same
        case better
        case worse(most: Double)
        case unknown
    }

    func verdict(_ baseline: [String: Double]) -> Verdict {
        guard let was = baseline[name] else { return .unknown }
        if value > was * (1 + tolerance) { return .worse(most: was * (1 + tolerance)) }
        return value < was * (1 - tolerance) ? .better : .same
    }
}
