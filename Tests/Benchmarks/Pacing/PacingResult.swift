/// What the server saw of a cap.
struct PacingResult: Encodable {
    let cap: Int
    let answerMilliseconds: Int
    let disturbance: PacingCase.Disturbance
    /// Requests a second, as a share of the cap.
    let achieved: Double
    /// The most requests in any window of one second.
    let fullestSecond: Int
    let verdict: Verdict

    enum Verdict: String, Encodable {
        case kept
        case exceeded = "EXCEEDED"
        case tooSlow = "TOO SLOW"
        /// The cap needs more requests in flight than there may be.
        case concurrency = "kept; more concurrency needed"
    }

    init(_ test: PacingCase, _ arrivals: Arrivals) {
        cap = test.cap
        answerMilliseconds = test.answer
        disturbance = test.disturbance
        achieved = arrivals.perSecond / Double(test.cap)
        fullestSecond = arrivals.fullestSecond
        let isUndisturbed = [.none, .slow].contains(test.disturbance)
        verdict =
            if Double(fullestSecond) > Double(cap) * 1.01 + 1 {
                .exceeded
            } else if achieved >= 0.99 || !isUndisturbed {
                .kept
            } else if test.inFlight > Double(test.concurrency) {
                .concurrency
            } else {
                .tooSlow
            }
    }

    var isGood: Bool { ![.exceeded, .tooSlow].contains(verdict) }

    private enum CodingKeys: String, CodingKey {
        case cap, disturbance, achieved, verdict
        case answerMilliseconds = "answer_milliseconds"
        case fullestSecond = "fullest_second"
    }
}
