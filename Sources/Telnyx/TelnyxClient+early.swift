import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Answers that begin before their message has left, which some servers and proxies give.
extension TelnyxClient {
    /// What such an answer means: a message that is taken must still leave, any other stays here.
    func earlyOutcome(
        of response: HTTPClientResponse, _ departure: Departure, until deadline: NIODeadline
    ) async throws -> Outcome {
        guard response.status.code < 300 else {
            return try await refusal(by: response, departure, until: deadline)
        }
        do {
            try await deadline.limiting { await departure.wait() }
        } catch  where departure.callOff() {
            return .early
        }
        let outcome = try await outcome(of: response, departure, until: deadline)
        if departure.callOff() { return outcome.ofUnsent }
        return departure.hasLeft ? outcome : .lost
    }

    private func refusal(
        by response: HTTPClientResponse, _ departure: Departure, until deadline: NIODeadline
    ) async throws -> Outcome {
        let isUnsent = departure.callOff()
        do {
            let outcome = try await outcome(of: response, departure, until: deadline)
            return isUnsent ? outcome.ofUnsent : outcome
        } catch  where isUnsent {
            return .early
        }
    }
}

extension NIODeadline {
    /// Runs `body`, which is cancelled at the deadline.
    ///
    /// - Throws: `HTTPClientError.deadlineExceeded` then.
    func limiting<Result: Sendable>(_ body: @escaping @Sendable () async throws -> Result) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await ContinuousClock().sleep(for: Duration(self - .now()))
                throw HTTPClientError.deadlineExceeded
            }
            defer { group.cancelAll() }
            guard let result = try await group.next() else { throw CancellationError() }
            return result
        }
    }
}

extension Outcome {
    /// The same answer to a message that has not left: it is about another, or about all.
    var ofUnsent: Outcome {
        switch self {
        case .accepted, .refused, .ambiguous: .early
        case .tryLater, .account, .notSent: self
        }
    }

    fileprivate static let early = Outcome.notSent(
        Reason(code: "answered_early", sentence: "Telnyx answered before it had the message."))

    fileprivate static let lost = Outcome.ambiguous(
        Reason(
            code: "connection_lost",
            sentence: "Telnyx took the message before it had it, and it is not known whether it has it now."))
}
