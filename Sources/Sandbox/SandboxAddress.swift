/// Where a running sandbox listens.
package struct SandboxAddress: Sendable, Equatable {
    /// The port on 127.0.0.1.
    package let port: Int

    /// What stands in for `https://api.telnyx.com/v2`, without a trailing slash.
    package var baseURL: String { "http://127.0.0.1:\(port)/v2" }

    /// The sandbox's own report of what it accepted; answers with ``Deliveries``.
    package var deliveriesURL: String { "http://127.0.0.1:\(port)/sandbox/deliveries" }
}
