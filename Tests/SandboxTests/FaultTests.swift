import Sandbox
import Testing

@Suite(.timeLimit(.minutes(1))) struct FaultTests {
    private static let numbers = (1000..<1400).map { "+4477009\($0)0" }

    /// What became of each number, keyed by number: a status, or 0 for a lost connection.
    private func outcomes(seed: UInt64, _ numbers: [String]) async throws -> [String: Int] {
        let options = SandboxOptions(
            failures: [try Failure("0.2:500"), try Failure("0.1:422")], dropRate: try Probability("0.1"), seed: seed
        )
        return try await withClient(options) { client in
            var outcomes: [String: Int] = [:]
            for number in numbers {
                do {
                    outcomes[number] = try await client.send(to: number, key: "f-\(number.dropFirst())").status
                } catch {
                    outcomes[number] = 0
                }
            }
            let delivered = try await client.deliveries().total
            #expect(delivered == outcomes.values.count { $0 == 200 || $0 == 0 })
            return outcomes
        }
    }

    @Test func `the same seed gives the same outcomes in any order`() async throws {
        let forwards = try await outcomes(seed: 7, Self.numbers)
        let backwards = try await outcomes(seed: 7, Self.numbers.reversed())
        let other = try await outcomes(seed: 8, Self.numbers)

        #expect(forwards == backwards)
        #expect(forwards != other)
        #expect(Set(forwards.values) == [200, 500, 422, 0])
        #expect((60...100).contains(forwards.values.count { $0 == 500 }))
    }

    @Test func `a repeat is decided anew`() async throws {
        let statuses = try await withClient(SandboxOptions(failures: [try Failure("0.5:500")])) { client in
            var statuses: [Int] = []
            while statuses.last != 200, statuses.count < 64 {
                statuses.append(try await client.send(to: "+447700900123", key: "f-1").status)
            }
            return statuses
        }

        #expect(statuses.last == 200)
    }

    @Test(arguments: [
        (400, "10015"), (401, "10009"), (403, "20012"), (404, "10005"), (408, "10008"), (409, "10036"),
        (422, "10027"), (429, "10011"), (500, "10007"), (503, "10037"),
    ])
    func `every status has its code`(_ status: Int, _ code: String) async throws {
        let options = SandboxOptions(failures: [try Failure("1:\(status)")])
        let refusal = try await withClient(options) { try await $0.send(to: "+447700900123").refusal() }

        #expect(refusal.status == status)
        #expect(refusal.code == code)
    }

    @Test func `the rate limit refuses what is beyond it`() async throws {
        try await withClient(SandboxOptions(rateLimit: 2)) { client in
            let answers = try await withThrowingTaskGroup { group in
                for index in 0..<50 { group.addTask { try await client.send(to: "+4477009\(1000 + index)") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let refused = answers.filter { $0.status == 429 }
            let limited = try #require(refused.first)

            #expect(try refused.allSatisfy { try $0.refusal() == RefusalSummary(status: 429, code: "10011") })
            #expect(limited.header("x-ratelimit-limit") == ["2"])
            #expect(limited.header("x-ratelimit-remaining") == ["0"])
            #expect(limited.header("x-ratelimit-reset") == ["1"])
            #expect(answers.count { $0.status == 200 } == 50 - refused.count)
            #expect(Set(answers.flatMap { $0.header("x-ratelimit-remaining") }) == ["0", "1"])
        }
    }
}
