import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

extension HTTPClientResponse.Body {
    /// The most bytes of an answer that are read.
    ///
    /// A complete one has about 2,000.
    private static let mostBytes = 1 << 20

    /// The whole body.
    ///
    /// Throws when it is endless, or still coming at the deadline.
    ///
    /// The client's own deadline ends with the head; a body that stalls is ended by the read time-out.
    func collect(until deadline: NIODeadline) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await part in self {
            bytes.append(contentsOf: part.readableBytesView)
            if bytes.count > Self.mostBytes { throw UnreadableAnswer.tooLong }
            if NIODeadline.now() > deadline { throw HTTPClientError.deadlineExceeded }
        }
        return bytes
    }
}

/// Why a body was given up.
enum UnreadableAnswer: Error, CustomStringConvertible {
    case tooLong

    var description: String { "the answer is longer than 1 MiB" }
}

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
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
            "the server does not speak TLS, or its certificate is not trusted"
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
