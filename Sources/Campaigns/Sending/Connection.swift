package import Telnyx

/// Where messages go and in whose name.
package struct Connection: Sendable {
    package var baseURL: BaseURL
    package var key: APIKey
    /// For one attempt.
    package var timeout: Duration
    package var userAgent: String

    package init(baseURL: BaseURL, key: APIKey, timeout: Duration, userAgent: String) {
        self.baseURL = baseURL
        self.key = key
        self.timeout = timeout
        self.userAgent = userAgent
    }

    func configuration(_ concurrency: Int) -> TelnyxClient.Configuration {
        TelnyxClient.Configuration(
            baseURL: baseURL, key: key, timeout: timeout, concurrency: concurrency, userAgent: userAgent)
    }
}
