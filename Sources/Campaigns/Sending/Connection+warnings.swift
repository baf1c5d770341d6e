import Telnyx

extension Connection {
    /// What deserves a look before anything is sent: an address without the path that Telnyx's has.
    var warnings: [Finding] {
        guard !baseURL.hasPath else { return [] }
        return [
            Finding(
                file: "\(baseURL)", severity: .warning, code: "no_path",
                message:
                    "The address has no path; Telnyx's is \(BaseURL.telnyx). A server that does not expect this answers 404."
            )
        ]
    }
}
