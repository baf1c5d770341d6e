/// Where messages go and in whose name.
package struct Connection: Sendable {
    /// Where messages are posted.
    package var baseURL: BaseURL
    /// Who posts them.
    package var key: APIKey
    /// For connecting, at most 10 s of it, and again for the answer; an attempt ends after three times that, though its
    /// answer still comes in drops.
    package var timeout: Duration
    /// The program's name and version.
    package var userAgent: String
    /// Whom a server's certificate must come from; nil for whom the system trusts.
    package var certificates: TrustedCertificates?

    /// A connection that is made when it is first needed.
    package init(
        baseURL: BaseURL, key: APIKey, timeout: Duration, userAgent: String, certificates: TrustedCertificates? = nil
    ) {
        self.baseURL = baseURL
        self.key = key
        self.timeout = timeout
        self.userAgent = userAgent
        self.certificates = certificates
    }
}
