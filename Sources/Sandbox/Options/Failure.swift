/// A share of sends to refuse with an HTTP status.
package struct Failure: Sendable, Equatable {
    /// How often.
    package let rate: Probability
    /// 400…599.
    package let status: Int

    /// Reads `RATE:STATUS`, such as `0.05:500`.
    package init(_ text: String) throws(SandboxOptionError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .notAFailure(text) }
        rate = try Probability(String(parts[0]))
        guard let status = Int(parts[1]), (400...599).contains(status) else {
            throw .notAnErrorStatus(String(parts[1]))
        }
        self.status = status
    }
}
