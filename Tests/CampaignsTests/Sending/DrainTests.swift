import GRDB
import SystemPackage
import Telnyx
import Testing

@testable import Campaigns

/// A drain over a real campaign file.
@Suite(.timeLimit(.minutes(1))) struct DrainTests {
    static func accepted(_ row: Int) -> Outcome { .accepted(id: "m-\(row)", waitSeconds: nil) }

    private func accepted(_ row: Int, attempts: Int = 1) -> ResultRow {
        ResultRow.pending(row).timeless.with {
            $0.status = .accepted
            $0.messageID = "m-\(row)"
            $0.attempts = attempts
        }
    }

    /// More than a page of messages.
    @Test func `every message is posted once, as it is stored`() async throws {
        try await withScratch { directory in
            let rows = (1...1200).map { $0 % 100 == 0 ? PreparedRow.rejected($0) : .pending($0) }
            let file = try CampaignFile.sample(rows, in: directory)
            let post = Post { row, _ in Self.accepted(row) }
            let result = try await drain(file, to: post) { $0.concurrency = 50 }
            #expect(result.reason == nil)

            let expected = rows.map { $0.status == .pending ? accepted($0.row) : ResultRow($0, at: 0) }
            #expect(try file.results().map(\.timeless) == expected)
            let requests = rows.filter { $0.status == .pending }.map {
                Post.Request(body: String(decoding: $0.body, as: UTF8.self), key: "c0ffee-\($0.row)")
            }
            #expect(await post.requests.sorted { $0.key < $1.key } == requests.sorted { $0.key < $1.key })
            #expect(result.progress?.tally == Tally([.accepted: 1188, .rejected: 12, .pending: 0]))
            #expect(result.progress?.answered == 1188)
        }
    }

    @Test func `every outcome ends as the table says`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample((1...6).map { .pending($0) }, in: directory)
            let post = Post { row, attempt in
                switch (row, attempt) {
                case (2, _): .refused
                case (3, 1...3): attempt == 2 ? .busy(for: 60) : .busy
                case (4, 1...2): .notSent
                case (5, _): .ambiguous
                default: Self.accepted(row)
                }
            }
            #expect(try await drain(file, to: post).reason == nil)
            let failed = ResultRow.pending(2).timeless.with {
                $0.status = .failed
                $0.errorCode = "40310"
                $0.error = "Bad number."
                $0.attempts = 1
            }
            let unknown = ResultRow.pending(5).timeless.with {
                $0.status = .unknown
                $0.errorCode = "timeout"
                $0.error = "No answer."
                $0.attempts = 1
            }
            let expected = [
                accepted(1), failed, accepted(3, attempts: 4), accepted(4, attempts: 3), unknown, accepted(6),
            ]
            #expect(try file.results().map(\.timeless) == expected)
            #expect(await post.attempts == [1: 1, 2: 1, 3: 4, 4: 3, 5: 1, 6: 1])
            #expect(try file.status(of: 5) == "unknown")
        }
    }

    @Test func `what may have been sent is sent again, with the same key and bytes, if that is wanted`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample((1...3).map { .pending($0) }, in: directory)
            let post = Post { row, attempt in
                switch (row, attempt) {
                case (1, 1...2): .ambiguous
                case (2, _): .ambiguous
                case (3, 1): .ambiguous
                case (3, _): .refused
                default: Self.accepted(row)
                }
            }
            let result = try await drain(file, to: post) {
                $0.onAmbiguous = .retry
                $0.attempts = 3
            }
            #expect(result.reason == nil)
            #expect(try file.results().map(\.status) == [.accepted, .unknown, .unknown])
            #expect(try file.results().map(\.errorCode) == [nil, "timeout", "40310"])
            #expect(await post.attempts == [1: 3, 2: 3, 3: 2])
            #expect(Set(await post.requests.filter { $0.key == "c0ffee-1" }.map(\.body)) == [#"{"row":1}"#])
        }
    }

    @Test func `what waits to be sent again when the run stops keeps its reason, and is sent by the next`() async throws
    {
        try await withScratch { directory in
            let file = try CampaignFile.sample((1...2).map { .pending($0) }, in: directory)
            let post = Post { row, _ in row == 1 ? .ambiguous : .account }
            let result = try await drain(file, to: post) {
                $0.onAmbiguous = .retry
                $0.attempts = 100_000
            }
            #expect(result.reason == .account(.poor))
            #expect(try file.status(of: 1) == "sending")
            #expect(try file.results().map(\.status) == [.unknown, .pending])
            #expect(try file.results().map(\.errorCode) == ["timeout", "20100"])

            let selection = SendingOptions.OnAmbiguous.retry.open
            try file.settleOrphans(.retry, at: Timestamp.now())
            let second = Post { row, _ in Self.accepted(row) }
            #expect(try await drain(file, selection, to: second).reason == nil)
            #expect(await second.attempts == [1: 1, 2: 1])
            #expect(try file.results().map(\.errorCode) == [nil, nil])
        }
    }

    @Test(arguments: [1, 3, 8])
    func `a signal lets what is in flight come to its end`(_ concurrency: Int) async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample((1...400).map { .pending($0) }, in: directory)
            let stop = StopSignal()
            let post = Post { row, _ in
                if row == 10 { _ = stop.request(15) }
                return Self.accepted(row)
            }
            let result = try await drain(file, to: post, stop: stop) { $0.concurrency = concurrency }
            #expect(result.reason == .signal(15))
            let sent = Set(await post.attempts.keys)
            #expect(sent.contains(10))
            #expect(sent.count < 400)
            let rows = try file.results()
            #expect(Set(rows.filter { $0.status == .accepted }.map(\.row)) == sent)
            #expect(rows.filter { $0.status == .pending }.count == 400 - sent.count)
        }
    }

    @Test(arguments: [
        (Outcome.account, StopReason.account(.poor), "20100"), (.notSent, .unreachable(.cut), "not_connected"),
    ])
    func `what stops the run leaves its message pending`(
        _ outcome: Outcome, _ reason: StopReason, _ code: String
    ) async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample((1...3).map { .pending($0) }, in: directory)
            let post = Post { row, _ in row == 2 ? outcome : Self.accepted(row) }
            let result = try await drain(file, to: post) {
                $0.concurrency = 1
                $0.attempts = 2
            }
            #expect(result.reason == reason)
            #expect(try file.results().map(\.status) == [.accepted, .pending, .pending])
            #expect(try file.results().map(\.errorCode) == [nil, code, nil])
        }
    }

    @Test func `a limit and a second run are all`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample((1...10).map { .pending($0) }, in: directory)
            let post = Post { row, _ in Self.accepted(row) }
            #expect(try await drain(file, to: post) { $0.limit = 4 }.reason == .limit(4))
            #expect(try file.results().map(\.status) == (1...10).map { $0 <= 4 ? .accepted : .pending })
            #expect(try await drain(file, to: post).reason == nil)
            #expect(await post.attempts == Dictionary(uniqueKeysWithValues: (1...10).map { ($0, 1) }))
        }
    }

    @Test func `what cannot be recorded is not sent`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample((1...20).map { .pending($0) }, in: directory)
            try file.write {
                try $0.execute(
                    sql: """
                        CREATE TRIGGER full BEFORE UPDATE ON delivery WHEN new.row >= 5 AND new.status = 'sending'
                        BEGIN SELECT RAISE(ABORT, 'disk full'); END
                        """)
            }
            let post = Post { row, _ in Self.accepted(row) }
            let result = try await drain(file, to: post) { $0.concurrency = 1 }
            #expect(
                result.reason == .cannotRecord(.cannotWrite(path: file.path.string, cause: "disk full")))
            #expect(await post.attempts.keys.sorted() == [1, 2, 3, 4])
            #expect(try file.tally() == Tally([.accepted: 4, .pending: 16]))
        }
    }

    @Test func `rows of other statuses are sent again only when they are chosen`() async throws {
        try await withScratch { directory in
            let file = try CampaignFile.sample((1...3).map { .pending($0) }, in: directory)
            let first = Post { row, _ in [.refused, .ambiguous, Self.accepted(3)][row - 1] }
            _ = try await drain(file, to: first)
            let second = Post { row, _ in Self.accepted(row) }
            _ = try await drain(file, [.pending], to: second)
            #expect(await second.requests.isEmpty)
            let third = try await drain(file, [.pending, .failed, .unknown], to: second)
            #expect(await second.attempts == [1: 1, 2: 1])
            #expect(
                try file.results().map(\.timeless) == [accepted(1, attempts: 2), accepted(2, attempts: 2), accepted(3)])
            #expect(third.progress?.tally == Tally([.accepted: 3, .failed: 0, .unknown: 0]))
        }
    }
}
