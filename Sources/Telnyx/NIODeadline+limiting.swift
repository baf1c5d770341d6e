import AsyncHTTPClient
import NIOCore

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
