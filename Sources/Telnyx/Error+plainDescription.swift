import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

extension Error {
    /// Whether time ran out.
    var isTimeout: Bool {
        guard let error = self as? HTTPClientError else { return false }
        return [.deadlineExceeded, .readTimeout, .writeTimeout].contains(error)
    }

    /// What happened, in a few plain words without a full stop.
    var plainDescription: String {
        switch self {
        case let error as HTTPClientError: error.shortDescription.lowercasingFirst
        case let error as IOError: unsafe String(cString: strerror(error.errnoCode)).lowercasingFirst
        case let error as NIOConnectionError: error.plain
        case let error as NIOSSLError where error == .uncleanShutdown:
            HTTPClientError.remoteConnectionClosed.plainDescription
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
            "the server does not speak TLS, or its certificate is not trusted"
        case let error as ChannelError where error == .ioOnClosedChannel:
            "the connection was closed before the request had left"
        case is HTTPParserError: "the answer is not HTTP"
        default: "\(self)"
        }
    }
}

extension NIOConnectionError {
    fileprivate var plain: String {
        if let cause = connectionErrors.first { return "\(host):\(port), \(cause.error.plainDescription)" }
        if dnsAError != nil || dnsAAAAError != nil { return "the host \(host) is not known" }
        return "\(host):\(port) does not answer"
    }
}

extension String {
    fileprivate var lowercasingFirst: String { prefix(1).lowercased() + dropFirst() }
}
