import AsyncHTTPClient
import NIOCore

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
