import Subprocess
import Testing

/// Promise: `kill -9` at any moment loses nothing and sends nothing twice.
///
/// The server looks at no key, so a second request would be a second delivery.
@Suite(.timeLimit(.minutes(3))) struct KillTests {
    /// When the program is killed: so many answers recorded, so many requests in flight.
    struct Moment: Sendable, CustomTestStringConvertible {
        let answered: Int
        let inFlight: Int

        var testDescription: String { "\(answered) answered, \(inFlight) in flight" }
    }

    static let moments = [(0, 1), (1, 4), (13, 2), (20, 7), (36, 3)].map(Moment.init)

    @Test(arguments: moments) func `rows in flight are unknown, and nothing is sent twice`(_ moment: Moment)
        async throws
    {
        try await withScratch { scratch in
            try scratch.prepareInputs(40)
            let rehearsal = try await scratch.send("--dry-run")
            try await withStandIn {
                $0.number <= moment.answered ? .accept : .hold
            } _: { server in
                try await scratch.sendAndKill(server, inFlight: moment.inFlight) {
                    await server.wait(forPosts: moment.answered + moment.inFlight)
                }
                let lost = await server.posts.dropFirst(moment.answered).map(\.row).sorted()
                await server.release()

                #expect(try await scratch.resume(to: server.baseURL).code == 2)
                #expect(await server.posts.rows == Array(1...40))
                #expect(await server.posts.bodies == rehearsal.lines)
                let table = try scratch.table("clients.results.csv")
                #expect(table.statuses == ["accepted": 40 - lost.count, "unknown": lost.count])
                #expect(table.rows(of: "unknown") == lost)

                #expect(try await scratch.resume(to: server.baseURL, "--retry", "unknown").code == 0)
                let posts = await server.posts
                #expect(posts.rows == (Array(1...40) + lost).sorted())
                #expect(Set(posts.map(\.key)).count == 40)
                #expect(Set(posts.map(\.body)).count == 40)
                #expect(try scratch.table("clients.results.csv").statuses == ["accepted": 40])
            }
        }
    }

    @Test func `the retry policy sends what was in flight again, with the same key and bytes`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(6)
            try await withStandIn { _ in
                .hold
            } _: { server in
                try await scratch.sendAndKill(server, inFlight: 3) { await server.wait(forPosts: 3) }
                let status = try await scratch.campaign("status", "clients.campaign", "--format", "json")
                #expect(try Report(status.output).counts == Counts(rows: 6, unknown: 3, pending: 3))
                await server.release()

                #expect(try await scratch.resume(to: server.baseURL, "--on-ambiguous", "retry").code == 0)
                let posts = await server.posts
                #expect(posts.rows == [1, 1, 2, 2, 3, 3, 4, 5, 6])
                #expect(Set(posts.map(\.key)).count == 6)
                #expect(Set(posts.map(\.body)).count == 6)
            }
        }
    }
}

extension Scratch {
    /// Begins to send, and kills the program when `moment` returns.
    fileprivate func sendAndKill(_ server: StandIn, inFlight: Int, _ moment: () async -> Void) async throws {
        let ending = try await campaign(
            sendArguments(to: server.baseURL) + ["--concurrency", "\(inFlight)"], input: .none
        ) { running in
            await moment()
            try running.send(signal: .kill)
        }
        #expect(ending.code == nil)
    }
}

extension Table {
    /// The numbers of the rows with a status.
    func rows(of status: String) -> [Int] {
        zip(self["message_row"], self["message_status"]).filter { $1 == status }.compactMap { Int($0.0) }
    }
}
