import Telnyx

@testable import Campaigns

/// Stands for Telnyx: remembers every POST, and answers as it is told.
actor Post {
    /// One POST.
    struct Request: Equatable {
        let body: String
        let key: String
    }

    private(set) var requests: [Request] = []
    private var tries: [String: Int] = [:]
    private let answer: @Sendable (_ row: Int, _ attempt: Int) -> Outcome

    /// - Parameter answer: what becomes of a row's first, second … POST.
    init(_ answer: @escaping @Sendable (_ row: Int, _ attempt: Int) -> Outcome) { self.answer = answer }

    func post(_ body: [UInt8], _ key: String) -> Outcome {
        requests.append(Request(body: String(decoding: body, as: UTF8.self), key: key))
        tries[key, default: 0] += 1
        let row = key.split(separator: "-").last.flatMap { Int($0) } ?? 0
        return answer(row, tries[key, default: 0])
    }

    /// How often each row was sent.
    var attempts: [Int: Int] {
        Dictionary(uniqueKeysWithValues: tries.map { (Int($0.key.split(separator: "-").last ?? "") ?? 0, $0.value) })
    }
}

/// Drains a campaign file without a network; its clock takes no time.
func drain(
    _ file: CampaignFile, _ selection: Set<Status> = [.pending], to post: Post, stop: StopSignal = StopSignal(),
    _ change: (inout SendingOptions) -> Void = { _ in }
) async throws -> (reason: StopReason?, progress: Progress?) {
    var options = SendingOptions(rate: Rate(count: 100_000, unit: .second), concurrency: 8)
    change(&options)
    let drain = Drain(
        outbox: Outbox(file), selection: selection, uuid: try file.begin(), options: options, clock: JumpClock(),
        post: { body, key, gate in
            await gate()
            return await post.post(body, key)
        }, signals: stop.stream)
    var last: Progress?
    let reason = await drain.run(from: try file.tally()) { last = $0 }.stop
    return (reason, last)
}

extension ResultRow {
    /// The row without its times, which are the machine's.
    var timeless: ResultRow { with { $0.updatedAt = 0 } }
}
