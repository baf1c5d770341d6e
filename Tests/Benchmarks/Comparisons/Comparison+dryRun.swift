extension Comparison {
    /// Checking every row and writing its request, beside reading the same file and writing it as JSON.
    static func dryRun(_ rows: Int, _ workshop: Workshop) throws -> Comparison {
        let file = try Recipients(rows).file(in: workshop)
        let ours = try workshop.dryRun(rows)
        let miller = Invocation("mlr", ["--icsv", "--ojsonl", "cat", file], output: workshop.path("miller.jsonl"))
        let parser = Invocation(workshop.benchmarks, ["bare-parser", file])
        return Comparison(
            title: "dry run of \(rows) rows", unit: "rows",
            contestants: [("campaign", ours), ("mlr --icsv --ojsonl cat", miller), ("libcsv alone", parser)].map {
                name, invocation in
                Contestant(name: name) { try await invocation.measure(rows, in: workshop.directory) }
            })
    }
}
