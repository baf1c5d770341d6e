import Telnyx

extension Connection {
    /// What deserves a look before anything is sent: an address without the path that Telnyx's has.
    var warnings: [Finding] {
        guard !baseURL.hasPath else { return [] }
        return [
            Finding(
                file: "--base-url \(baseURL)", severity: .warning, code: "no_path",
                message: "The address has no path; Telnyx's is \(BaseURL.telnyx). What does not know it answers 404.")
        ]
    }
}
