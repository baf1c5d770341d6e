import NIOCore
import NIOPosix
import Subprocess
import SystemPackage

/// nginx on 127.0.0.1, which accepts every message at once.
///
/// One worker: that is more than any of the clients can ask of it, and leaves the other processor to them.
struct Nginx {
    let port: Int

    var baseURL: String { "http://127.0.0.1:\(port)/v2" }
    var messages: String { baseURL + "/messages/whatsapp" }

    /// Runs `body` while nginx answers.
    static func with<Result: Sendable>(_ workshop: Workshop, _ body: (Nginx) async throws -> Result) async throws
        -> Result
    {
        let nginx = Nginx(port: try await freePort())
        try workshop.write(nginx.configuration(workshop.directory), to: "nginx.conf")
        let arguments = Arguments(["-c", workshop.path("nginx.conf").string, "-p", workshop.directory.string])
        let run = try await Subprocess.run(
            .path("/usr/sbin/nginx"), arguments: arguments, input: .none, output: .discarded, error: .discarded
        ) { execution in
            try await nginx.waitUntilItAnswers()
            let result = try await body(nginx)
            try execution.send(signal: .terminate)
            return result
        }
        return run.closureResult
    }

    private static func freePort() async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = channel.localAddress?.port
        try await channel.close()
        guard let port else { throw ChannelError.unknownLocalAddress }
        return port
    }

    /// Ten seconds at most.
    private func waitUntilItAnswers() async throws {
        for attempt in 1... {
            do {
                return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                    .connect(host: "127.0.0.1", port: port).get().close()
            } catch {
                if attempt == 100 { throw error }
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }

    private func configuration(_ directory: FilePath) -> String {
        let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path \(directory)/nginx;" }
        return """
            daemon off;
            worker_processes 1;
            worker_rlimit_nofile 8192;
            pid \(directory)/nginx.pid;
            error_log stderr error;
            events { worker_connections 4096; }
            http {
                access_log off;
                keepalive_requests 1000000000;
                \(places.joined(separator: " "))
                server {
                    listen 127.0.0.1:\(port) backlog=4096;
                    default_type application/json;
                    location = /v2/messages/whatsapp { return 200 '\(Answer.accepted)'; }
                }
            }
            """
    }
}
