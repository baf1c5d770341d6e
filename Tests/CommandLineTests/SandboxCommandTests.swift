import Glibc
import Subprocess
import Testing

/// Promise: `campaign sandbox` stands in for Telnyx for another process.
@Suite(.timeLimit(.minutes(3))) struct SandboxCommandTests {
    @Test func `other processes can send to it`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await scratch.withSandboxCommand { address in
                #expect(address.wholeMatch(of: /http:\/\/127\.0\.0\.1:\d+\/v2/) != nil)
                let ending = try await scratch.send(to: address)
                #expect(ending.code == 0)
                #expect(try scratch.table("clients.results.csv").statuses == ["accepted": 3])
            }
        }
    }

    @Test func `the failures are those that were asked for`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await scratch.withSandboxCommand("--fail", "1:422") { address in
                let ending = try await scratch.send(to: address)
                #expect(ending.code == 1)
                #expect(
                    try scratch.table("clients.results.csv").lines("message_status", "message_error_code")
                        == Array(repeating: "failed 10027", count: 3))
            }
        }
    }

    @Test func `a taken port is named`() async throws {
        try await withScratch { scratch in
            try await withStandIn { server in
                let ending = try await scratch.campaign("sandbox", "--port", "\(server.port)")
                #expect(ending.isFailure)
                #expect(ending.errors.contains("\(server.port)"))
            }
        }
    }
}

extension Scratch {
    /// Runs `campaign sandbox`, and `body` with the address that it says on standard error.
    fileprivate func withSandboxCommand(_ options: String..., body: (String) async throws -> Void) async throws {
        let result = try await run(
            .path(Program.path), arguments: Arguments(["sandbox", "--port", "0"] + options),
            workingDirectory: directory, input: .none, output: .string(limit: 1 << 20), error: .sequence
        ) { sandbox in
            for try await line in sandbox.standardError.strings() {
                try await body(String(line.drop { $0 != "h" }))
                try sandbox.send(signal: .interrupt)
            }
        }
        #expect(result.terminationStatus == .signaled(SIGINT))
        #expect(result.standardOutput.isEmpty)
    }
}
