import NIOCore

/// Cuts the bytes of a connection into requests: a head, and as much body as it promises.
struct RequestReader {
    private var inbound: AsyncStream<ByteBuffer>.Iterator
    private var unread = ""

    /// The client closed the connection before its request had ended.
    struct CutOff: Error {}

    init(_ inbound: AsyncStream<ByteBuffer>) { self.inbound = inbound.makeAsyncIterator() }

    /// The bytes that come next; 0 when the client has gone.
    mutating func some() async -> Int { await inbound.next(isolation: #isolation)?.readableBytes ?? 0 }

    mutating func request() async throws -> String {
        while true {
            if let length = requestLength, unread.utf8.count >= length {
                let end = unread.utf8.index(unread.startIndex, offsetBy: length)
                defer { unread = String(unread[end...]) }
                return String(unread[..<end])
            }
            guard let part = await inbound.next(isolation: #isolation) else { throw CutOff() }
            unread += String(buffer: part)
        }
    }

    /// How many bytes the request has that begins here; nil until its head is there.
    private var requestLength: Int? {
        guard let end = unread.firstRange(of: "\r\n\r\n") else { return nil }
        let head = unread[..<end.lowerBound].lowercased()
        let length = head.split(separator: "\r\n")
            .first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst("content-length:".count).filter { $0 != " " }) }
        return unread[..<end.upperBound].utf8.count + (length ?? 0)
    }
}
