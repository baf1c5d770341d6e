import Telnyx

@testable import Campaigns

extension Outcome.Reason {
    static let bad = Outcome.Reason(code: "40310", sentence: "Bad number.")
    static let busy = Outcome.Reason(code: "10011", sentence: "Too many requests.")
    static let poor = Outcome.Reason(code: "20100", sentence: "No money.")
    static let cut = Outcome.Reason(code: "not_connected", sentence: "Nobody there.")
    static let lost = Outcome.Reason(code: "timeout", sentence: "No answer.")
}

extension Outcome {
    static let accepted = Outcome.accepted(id: "m-1", waitSeconds: nil)
    static let refused = Outcome.refused(.bad)
    static let busy = Outcome.tryLater(.busy, after: nil)
    static let account = Outcome.account(.poor)
    static let notSent = Outcome.notSent(.cut)
    static let ambiguous = Outcome.ambiguous(.lost)

    static func busy(for seconds: Int) -> Outcome { .tryLater(.busy, after: .seconds(seconds)) }
}
