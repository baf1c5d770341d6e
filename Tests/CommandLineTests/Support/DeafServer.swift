import NIOCore
import NIOPosix
import Testing

/// Runs `body` with the address of a server that takes no connection: who wants one waits until his time is over.
///
/// Its queue of connections is full.
func withDeafServer<Result>(_ body: (_ baseURL: String) async throws -> Result) async throws -> Result {
    let group = MultiThreadedEventLoopGroup.singleton
    let server = try await ServerBootstrap(group: group)
        .serverChannelOption(.backlog, value: 0).serverChannelOption(.autoRead, value: false)
        .bind(host: "127.0.0.1", port: 0).get()
    let address = try #require(server.localAddress)
    var queued: [any Channel] = []
    let client = ClientBootstrap(group: group).connectTimeout(.milliseconds(300))
    do {
        while true { queued.append(try await client.connect(to: address).get()) }
    } catch ChannelError.connectTimeout(_) {
        // The queue is full.
    }
    let result = try await body("http://127.0.0.1:\(address.port ?? 0)/v2")
    for channel in queued { try await channel.close() }
    try await server.close()
    return result
}
