import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

extension HTTPClient.Configuration {
    /// No redirects (they would carry the key elsewhere), no hidden second tries, HTTP/1.1 as the official clients use,
    /// and as many connections as requests in flight.
    static func forCampaigns(_ connection: Connection, _ concurrency: Int) -> HTTPClient.Configuration {
        let timeout = TimeAmount(connection.timeout)
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: Timeout(connect: min(timeout, .seconds(10)), read: timeout)
        )
        configuration.httpVersion = .http1Only
        // Nobody collects traces here, and attributes for them are made for every request.
        configuration.tracing.tracer = nil
        // The one place where a connection can be reached.
        configuration.http1_1ConnectionDebugInitializer = { addHandlers(to: $0, timeout) }
        var tls = TLSConfiguration.makeClientConfiguration()
        if let certificates = connection.certificates { tls.trustRoots = .certificates(certificates.all) }
        // A server that has not answered need not say goodbye: meanwhile the connection would keep its place.
        tls.shutdownTimeout = .milliseconds(100)
        configuration.tlsConfiguration = tls
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(concurrency, 1)
        configuration.connectionPool.retryConnectionEstablishment = false
        // Shorter than the idle time-out of usual servers (60 s and more), so that a connection is not being closed
        // there while a request is written here.
        configuration.connectionPool.idleTimeout = .seconds(20)
        return configuration
    }

    /// Adds our handlers to a connection, between what reads answers and what takes them.
    private static func addHandlers(to channel: any Channel, _ timeout: TimeAmount) -> EventLoopFuture<Void> {
        channel.eventLoop.makeCompletedFuture {
            let handlers = channel.pipeline.syncOperations
            let reader = try handlers.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
            try handlers.addHandlers([StatusCheck(), OutgoingRequest(within: timeout)], position: .after(reader))
        }
    }
}
