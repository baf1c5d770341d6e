import AsyncHTTPClient
import NIOCore
import NIOPosix
import Sandbox
import Testing

@Suite(.timeLimit(.minutes(1))) struct ShutdownTests {
    /// Idle connections that no client has used yet, and requests that would wait for a minute.
    @Test func `open connections do not delay the end`() async throws {
        let clock = ContinuousClock()
        var leaving = clock.now
        try await HTTPClient.withHTTPClient { http in
            try await withThrowingTaskGroup(of: Answer.self) { waiting in
                try await withSandbox { address in
                    let client = SandboxClient(http: http, address: address)
                    for index in 0..<7 {
                        waiting.addTask { try await client.send(to: "+15005550007", key: "s-\(index)") }
                    }
                    for _ in 0..<500 {
                        _ = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                            .connect(host: "127.0.0.1", port: address.port).get()
                    }
                    while try await client.deliveries().total < 7 {}
                    leaving = clock.now
                }
                #expect(clock.now - leaving < .seconds(2))
                for _ in 0..<7 {
                    await #expect(throws: (any Error).self) { try await waiting.next() }
                }
            }
        }
    }

    @Test func `cancelling ends the run`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (ports, ready) = AsyncStream.makeStream(of: Int.self)
            group.addTask { try await Sandbox.run(SandboxOptions()) { ready.yield($0.port) } }
            let port = try #require(await ports.first { _ in true })
            group.cancelAll()

            #expect(port > 0)
            try await group.waitForAll()
        }
    }

    @Test func `the port is free again afterwards`() async throws {
        let port = try await withSandbox { $0.port }

        #expect(try await withSandbox(SandboxOptions(port: port)) { $0.port } == port)
    }

    @Test func `a taken port is an error`() async throws {
        _ = try await withSandbox { address in
            await #expect(throws: SandboxError.self) {
                try await withSandbox(SandboxOptions(port: address.port)) { _ in }
            }
        }
    }

    @Test func `an error of the body comes through`() async throws {
        struct Mishap: Error {}

        await #expect(throws: Mishap.self) { try await withSandbox { _ in throw Mishap() } }
    }
}
