/// Where messages go and in whose name.
package struct Connection: Sendable {
    /// Where messages are posted.
    package var baseURL: BaseURL
    /// Which service that is: what one has taken, another does not know.
    package var service: String
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
    ///
    /// - Parameter service: nil for the one that the address says.
    package init(
        baseURL: BaseURL, service: String? = nil, key: APIKey, timeout: Duration, userAgent: String,
        certificates: TrustedCertificates? = nil
    ) {
        self.baseURL = baseURL
        self.service = service ?? baseURL.service
        self.key = key
        self.timeout = timeout
        self.userAgent = userAgent
        self.certificates = certificates
    }
}
