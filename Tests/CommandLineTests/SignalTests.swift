import Subprocess
import SystemPackage
import Testing

/// Promise: the first signal lets what is in flight be recorded, the second ends the program at once.
@Suite(.timeLimit(.minutes(3))) struct SignalTests {
    /// One message an hour: whatever the moment of the signal, one request is in flight.
    @Test(arguments: StoppingSignal.all)
    func `what is in flight is recorded`(_ stop: StoppingSignal) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { _ in
                .hold
            } _: { server in
                let ending = try await scratch.campaign(
                    scratch.sendArguments(to: server.baseURL) + ["--rate", "1/h"], input: .none
                ) { running in
                    await server.wait(forPosts: 1)
                    try running.send(signal: stop.signal)
                    await server.release()
                }
                #expect(ending.code == stop.code)
                #expect(ending.output.contains("campaign resume clients.campaign"))
                #expect(
                    try scratch.table("clients.results.csv")["message_status"] == ["accepted", "pending", "pending"])
                #expect(try await scratch.resume(to: server.baseURL).code == 0)
                #expect(await server.posts.rows == [1, 2, 3])
            }
        }
    }

    @Test func `waiting for a slot ends at once`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                let ending = try await scratch.campaign(
                    scratch.sendArguments(to: server.baseURL) + ["--rate", "1/h"], input: .none
                ) { running in
                    await server.wait(forPosts: 1)
                    try running.send(signal: .interrupt)
                }
                #expect(ending.code == 130)
                #expect(await server.posts.rows == [1])
            }
        }
    }

    @Test func `a rehearsal for who reads one line ends quietly`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2000)
            let ending = try await scratch.shell(
                #"{ "$@"; echo $? > code; } | head -1"#,
                scratch.sendArguments() + ["--dry-run", "--quiet", "--results", "results.csv"])
            #expect(ending.lines.count == 1)
            #expect(ending.errors.isEmpty)
            // Ended by SIGPIPE, as any program is.
            #expect(try scratch.text(of: "code") == "141\n")
            #expect(try scratch.names == ["clients.csv", "code", "greeting.yaml"])
        }
    }

    /// As `nohup` does, and shells with what they run in the background.
    @Test func `a signal that is to be ignored stops nothing`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { _ in
                .hold
            } _: { server in
                let ending = try await scratch.shell(
                    #"trap "" HUP; exec "$@""#,
                    scratch.sendArguments(to: server.baseURL) + ["--concurrency", "1", "--quiet"]
                ) { running in
                    await server.wait(forPosts: 1)
                    try running.send(signal: .terminalClosed)
                    await server.release()
                }
                #expect(ending.code == 0)
                #expect(ending.errors.isEmpty)
                #expect(await server.posts.rows == [1, 2, 3])
            }
        }
    }

    /// Also while it prepares, when it tells of a wrong row.
    @Test func `a run goes on when nobody reads what it says`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try scratch.write("phone,name\n12,A\n+12025551001,B\n+12025551002,C\n", to: "clients.csv")
            try await withStandIn { server in
                let pipe = try FileDescriptor.pipe()
                try pipe.readEnd.close()
                let ending = try await scratch.campaign(
                    scratch.sendArguments(to: server.baseURL), saying: pipe.writeEnd)
                try pipe.writeEnd.close()
                #expect(ending == .exited(1))
                #expect(await server.posts.rows == [2, 3])
                let table = try scratch.table("clients.results.csv")
                #expect(table["message_status"] == ["rejected", "accepted", "accepted"])
            }
        }
    }

    @Test(arguments: StoppingSignal.all)
    func `a second signal ends the program at once`(_ stop: StoppingSignal) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(9)
            try await withStandIn { _ in
                .hold
            } _: { server in
                let ending = try await scratch.campaign(
                    scratch.sendArguments(to: server.baseURL) + ["--concurrency", "4"], input: .none
                ) { running in
                    await server.wait(forPosts: 4)
                    // Signals that come together may count as one, so there are more than two.
                    while try running.isAlive { try running.send(signal: stop.signal) }
                }
                #expect(ending.code == stop.code)
                await server.release()

                #expect(try await scratch.resume(to: server.baseURL).code == 2)
                #expect(await server.posts.rows == Array(1...9))
                #expect(
                    try scratch.table("clients.results.csv")["message_status"]
                        == Array(repeating: "unknown", count: 4) + Array(repeating: "accepted", count: 5))
                #expect(try await scratch.resume(to: server.baseURL, "--retry", "unknown").code == 0)
            }
        }
    }
}

extension Scratch {
    /// Runs `campaign` with all that it says going to `output`; returns how it ended.
    fileprivate func campaign(_ arguments: [String], saying output: FileDescriptor) async throws -> TerminationStatus {
        let sink = FileDescriptorOutput.fileDescriptor(output, closeAfterSpawningProcess: false)
        return try await run(
            .path(Program.path), arguments: Arguments(arguments),
            environment: .inherit.updating(["TELNYX_API_KEY": Program.key]), workingDirectory: directory,
            output: sink, error: sink
        ).terminationStatus
    }
}
