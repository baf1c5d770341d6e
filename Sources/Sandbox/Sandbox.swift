import Hummingbird
import Logging
import NIOCore

/// A local stand-in for Telnyx on 127.0.0.1: it checks, remembers and answers like the real service and sends nothing.
///
/// The contract it keeps is `reference/telnyx-whatsapp.md` §1–§6. Two things are its own: `GET /sandbox/deliveries`
/// (``Deliveries``) and the recipients that choose an outcome (``MagicNumber``).
package enum Sandbox {
    /// Serves until the task is cancelled, then closes all connections at once and returns.
    ///
    /// - Parameter onReady: called once, as soon as connections are taken.
    /// - Throws: ``SandboxError`` when the port cannot be had.
    package static func run(
        _ options: SandboxOptions,
        onReady: @escaping @Sendable (SandboxAddress) async -> Void = { _ in }
    ) async throws {
        let application = Application(
            responder: SandboxResponder(options: options),
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: options.port),
                backlog: 4096
            ),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { await onReady(SandboxAddress(port: port)) }
            },
            logger: Logger(label: "sandbox") { _ in SwiftLogNoOpLogHandler() }
        )
        do {
            try await application.run()
        } catch is CancellationError {
            return
        } catch let error as IOError {
            throw SandboxError.cannotListen(port: options.port, errorNumber: error.errnoCode)
        }
    }
}

/// Runs `body` against a sandbox that listens, and stops the sandbox before it returns.
///
/// - Throws: what `body` throws, or what kept the sandbox from listening.
package func withSandbox<Result>(
    _ options: SandboxOptions = SandboxOptions(),
    _ body: (SandboxAddress) async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Void.self) { group in
        let (addresses, ready) = AsyncStream.makeStream(of: SandboxAddress.self, bufferingPolicy: .bufferingNewest(1))
        group.addTask {
            defer { ready.finish() }
            try await Sandbox.run(options) { ready.yield($0) }
        }
        guard let address = await addresses.first(where: { _ in true }) else {
            try await group.waitForAll()
            throw CancellationError()
        }
        let result = try await body(address)
        group.cancelAll()
        return result
    }
}
