extension Comparison {
    /// What the program costs before it does anything.
    static func startUp(_ workshop: Workshop) -> Comparison {
        let help = Invocation(workshop.campaign, ["--help"])
        return Comparison(
            title: "start", unit: "starts",
            contestants: [Contestant(name: "campaign --help") { try await help.measure(1, in: workshop.directory) }])
    }
}
