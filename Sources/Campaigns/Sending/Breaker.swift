import Telnyx

/// A circuit breaker: opens when the same refusal came so many times in a row.
struct Breaker {
    /// 0 never opens.
    let threshold: Int
    private var code: String?
    private var count = 0

    init(threshold: Int) { self.threshold = threshold }

    /// Notes an answer; returns the reason to stop once the run of refusals is long enough.
    mutating func note(_ outcome: Outcome) -> StopReason? {
        switch outcome {
        case .refused(let reason):
            count = reason.code == code ? count + 1 : 1
            code = reason.code
            return threshold > 0 && count >= threshold ? .halted(reason, times: count) : nil
        case .accepted, .ambiguous:
            code = nil
            count = 0
            return nil
        case .tryLater, .account, .notSent:
            return nil
        }
    }
}
