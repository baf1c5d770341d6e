import ArgumentParser
import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// The least that any sender over async-http-client does: posts bodies and reads the answers, and nothing else.
struct BareClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bare-client", shouldDisplay: false)

    @Argument(help: "Where to post.")
    var url: String

    @Argument(help: "A file with one body a line; each is posted once.")
    var bodies: String

    @Option(help: "Requests in flight at most.")
    var inFlight: Int

    func run() async throws {
        let lines = try Data(contentsOf: URL(filePath: bodies)).split(separator: UInt8(ascii: "\n"))
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = inFlight
        try await HTTPClient.withHTTPClient(configuration: configuration) { http in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, line) in lines.enumerated() {
                    if number >= inFlight { try await group.next() }
                    group.addTask { try await post(ByteBuffer(bytes: line), with: http) }
                }
                try await group.waitForAll()
            }
        }
    }

    private func post(_ body: ByteBuffer, with http: HTTPClient) async throws {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers = ["Authorization": "Bearer KEY_benchmark", "Content-Type": "application/json"]
        request.body = .bytes(body)
        let response = try await http.execute(request, timeout: .seconds(30))
        _ = try await response.body.collect(upTo: 1 << 16)
        guard response.status == .ok else { throw Unreadable(what: "the server", text: "\(response.status)") }
    }
}
