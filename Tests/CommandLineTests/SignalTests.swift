import Subprocess
import Testing

/// Promise: the first signal lets what is in flight be recorded, the second ends the program at once.
@Suite(.timeLimit(.minutes(3))) struct SignalTests {
    /// One message an hour: whatever the moment of the signal, one request is in flight.
    @Test(arguments: StoppingSignal.all)
    func whatIsInFlightIsRecorded(_ stop: StoppingSignal) async throws {
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

    @Test func waitingForASlotEndsAtOnce() async throws {
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

    @Test(arguments: StoppingSignal.all)
    func secondSignalEndsAtOnce(_ stop: StoppingSignal) async throws {
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
