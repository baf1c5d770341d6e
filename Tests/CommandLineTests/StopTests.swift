import Subprocess
import Testing

/// Promise: exit codes 75 and 77, after which `resume` goes on with what was not sent.
@Suite(.timeLimit(.minutes(3))) struct StopTests {
    @Test func `equal refusals halt the run`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(9)
            try await withStandIn {
                (3...6).contains($0.number) ? .refuse(400, "40008") : .accept
            } _: { server in
                let ending = try await scratch.send(
                    to: server.baseURL, "--halt-after", "4", "--concurrency", "1", "--format", "json")
                #expect(ending.code == 75)
                #expect(ending.output.contains(#""stopped":"halted""#))
                #expect(ending.output.contains("40008"))
                #expect(await server.posts.rows == Array(1...6))
                #expect(
                    try scratch.table("clients.results.csv").statuses == ["accepted": 2, "failed": 4, "pending": 3])
                #expect(try await scratch.resume(to: server.baseURL).code == 1)
                #expect(await server.posts.rows == Array(1...9))
            }
        }
    }

    /// Eight are in flight when the fourth answer comes; the others are recorded, and none follows them.
    @Test func `answers count, and not requests`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(40)
            try await withStandIn { _ in
                .refuseHeld(400, "40008")
            } _: { server in
                let ending = try await scratch.campaign(
                    scratch.sendArguments(to: server.baseURL) + ["--halt-after", "4", "--concurrency", "8"],
                    input: .none
                ) { _ in
                    await server.wait(forPosts: 8)
                    await server.release()
                }
                #expect(ending.code == 75)
                let posts = await server.posts.count
                // A place is free after each answer, so three more may have left before the fourth.
                #expect((8...11).contains(posts))
                #expect(
                    try scratch.table("clients.results.csv").statuses == ["failed": posts, "pending": 40 - posts])
            }
        }
    }

    @Test func `a halt says what happened, how many wait and how to go on`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(9)
            try await withStandIn {
                $0.number > 2 ? .refuse(400, "40008") : .accept
            } _: { server in
                let ending = try await scratch.send(to: server.baseURL, "--halt-after", "4", "--concurrency", "1")
                #expect(ending.code == 75)
                let options = "--base-url \(server.baseURL) --rate 10000/s --concurrency 1 --halt-after 4"
                #expect(
                    ending.lines.dropFirst() == [
                        "  accepted  2", "  failed    4", "  pending   3",
                        "Stopped: 4 messages in a row were refused with 40008. Refused: As told.",
                        "Results: clients.results.csv",
                        "3 are pending. Go on with: campaign resume clients.campaign \(options)",
                        "4 were refused in all. To send them again, once the cause is mended: "
                            + "campaign resume clients.campaign \(options) --retry failed",
                    ])
            }
        }
    }

    @Test func `zero never halts`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(30)
            try await withStandIn { _ in
                .refuse(400, "40008")
            } _: { server in
                let ending = try await scratch.send(to: server.baseURL, "--halt-after", "0")
                #expect(ending.code == 1)
                #expect(try scratch.table("clients.results.csv").statuses == ["failed": 30])
            }
        }
    }

    /// Port 1 is nobody's.
    @Test func `where nobody listens, everything stays pending`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            let ending = try await scratch.send(to: "http://127.0.0.1:1/v2", "--attempts", "1")
            #expect(ending.code == 75)
            #expect(ending.output.contains("no message gets to Telnyx"))
            #expect(try scratch.table("clients.results.csv").statuses == ["pending": 3])
            try await withStandIn { server in
                let resumed = try await scratch.resume(to: server.baseURL)
                #expect(resumed.code == 0)
                #expect(await server.posts.rows == [1, 2, 3])
            }
        }
    }

    @Test func `without a key nothing is prepared`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            for key in [nil, "", "two words"] {
                let ending = try await scratch.send(to: "http://127.0.0.1:1/v2", key: key)
                #expect(ending.code == 77)
                #expect(ending.errors.contains("TELNYX_API_KEY"))
                #expect(try scratch.names == ["clients.csv", "greeting.yaml"])
            }
        }
    }

    @Test(arguments: [(401, "10009"), (403, "20012"), (400, "40305")])
    func `an account that may not send stops the run`(_ status: Int, _ code: String) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(5)
            try await withStandIn {
                $0.number == 3 ? .refuse(status, code) : .accept
            } _: { server in
                let ending = try await scratch.send(to: server.baseURL, "--concurrency", "1")
                #expect(ending.code == 77)
                #expect(ending.output.contains(code))
                let table = try scratch.table("clients.results.csv")
                #expect(table["message_status"] == ["accepted", "accepted", "pending", "pending", "pending"])
                #expect(table["message_attempts"] == ["1", "1", "1", "0", "0"])
                #expect(table["message_error_code"] == ["", "", code, "", ""])

                #expect(try await scratch.resume(to: server.baseURL).code == 0)
                #expect(await server.posts.rows == [1, 2, 3, 3, 4, 5])
            }
        }
    }
}
