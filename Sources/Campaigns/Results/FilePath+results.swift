package import SystemPackage

extension FilePath {
    /// The result CSV of a campaign file: its stem and `.results.csv`, beside it.
    package var defaultResults: FilePath {
        removingLastComponent().appending((stem ?? "campaign") + ".results.csv")
    }
}
