import Telnyx
import Testing

@testable import Campaigns

@Suite struct VerdictTests {
    /// What a verdict depends on.
    struct Situation: Sendable, Hashable, CustomTestStringConvertible {
        var policy: SendingOptions.OnAmbiguous
        var isLast: Bool
        var mayHaveBeenSent: Bool
        var isOld: Bool

        var testDescription: String { "\(policy) last:\(isLast) sent:\(mayHaveBeenSent) old:\(isOld)" }

        /// All situations, or those that agree with what is given.
        static func all(
            _ policy: SendingOptions.OnAmbiguous? = nil, last: Bool? = nil, sent: Bool? = nil, old: Bool? = nil
        ) -> [Situation] {
            let both = [false, true]
            return SendingOptions.OnAmbiguous.allCases.filter { policy == nil || policy == $0 }.flatMap { policy in
                both.filter { last == nil || last == $0 }.flatMap { last in
                    both.filter { sent == nil || sent == $0 }.flatMap { sent in
                        both.filter { old == nil || old == $0 }.map { old in
                            Situation(policy: policy, isLast: last, mayHaveBeenSent: sent, isOld: old)
                        }
                    }
                }
            }
        }

        func verdict(_ outcome: Outcome) -> Verdict {
            Verdict(
                outcome,
                AttemptHistory(
                    attempts: isLast ? 5 : 4, mayHaveBeenSent: mayHaveBeenSent, isKeyRemembered: !isOld),
                SendingOptions(attempts: 5, onAmbiguous: policy))
        }
    }

    struct Rule: Sendable {
        let outcome: Outcome
        let situations: [Situation]
        let verdict: Verdict

        init(_ outcome: Outcome, _ situations: [Situation], _ record: Settlement, _ next: Verdict.Next) {
            self.outcome = outcome
            self.situations = situations
            verdict = Verdict(record: record, next: next)
        }
    }

    static let paused = Outcome.busy(for: 7)
    /// What may have been sent, and a later run sends again by itself.
    static let open = Situation.all(.retry, sent: true, old: false)
    /// What may have been sent, and only a person sends again.
    static let givenUp = Situation.all(.hold, sent: true) + Situation.all(.retry, sent: true, old: true)

    static let rules = [
        Rule(.accepted, Situation.all(), Settlement(.accepted, messageID: "m-1"), .done),
        Rule(.refused, Situation.all(sent: false), Settlement(.failed, reason: .bad), .done),
        Rule(.refused, Situation.all(sent: true), Settlement(.unknown, reason: .bad.afterSending), .done),
        Rule(.busy, Situation.all(sent: false), Settlement(.pending, reason: .busy), .pause(nil)),
        Rule(.busy, open, Settlement(.sending, reason: .busy.afterSending), .pause(nil)),
        Rule(.busy, givenUp, Settlement(.unknown, reason: .busy.afterSending), .pause(nil)),
        Rule(paused, Situation.all(sent: false), Settlement(.pending, reason: .busy), .pause(.seconds(7))),
        Rule(paused, open, Settlement(.sending, reason: .busy.afterSending), .pause(.seconds(7))),
        Rule(paused, givenUp, Settlement(.unknown, reason: .busy.afterSending), .pause(.seconds(7))),
        Rule(.account, Situation.all(sent: false), Settlement(.pending, reason: .poor), .stop(.account(.poor))),
        Rule(.account, open, Settlement(.sending, reason: .poor.afterSending), .stop(.account(.poor))),
        Rule(.account, givenUp, Settlement(.unknown, reason: .poor.afterSending), .stop(.account(.poor))),
        Rule(.notSent, Situation.all(last: false, sent: false), Settlement(.pending, reason: .cut), .again),
        Rule(.notSent, open.filter { !$0.isLast }, Settlement(.sending, reason: .cut.afterSending), .again),
        Rule(.notSent, givenUp.filter { !$0.isLast }, Settlement(.unknown, reason: .cut.afterSending), .again),
        Rule(
            .notSent, Situation.all(last: true, sent: false), Settlement(.pending, reason: .cut),
            .stop(.unreachable(.cut))),
        Rule(
            .notSent, open.filter(\.isLast), Settlement(.sending, reason: .cut.afterSending), .stop(.unreachable(.cut))),
        Rule(
            .notSent, givenUp.filter(\.isLast), Settlement(.unknown, reason: .cut.afterSending),
            .stop(.unreachable(.cut))),
        Rule(.ambiguous, Situation.all(.hold), Settlement(.unknown, reason: .lost), .done),
        Rule(.ambiguous, Situation.all(.retry, last: false, old: false), Settlement(.sending, reason: .lost), .again),
        Rule(.ambiguous, Situation.all(.retry, last: true), Settlement(.unknown, reason: .lost), .done),
        Rule(.ambiguous, Situation.all(.retry, last: false, old: true), Settlement(.unknown, reason: .lost), .done),
    ]

    @Test(arguments: rules.flatMap { rule in rule.situations.map { (rule, $0) } })
    func `an outcome and a history are one verdict`(_ rule: Rule, _ situation: Situation) {
        #expect(situation.verdict(rule.outcome) == rule.verdict)
    }

    @Test func `the table leaves no situation out`() {
        for outcome in [Outcome.accepted, .refused, .busy, .account, .notSent, .ambiguous] {
            let situations = Self.rules.filter { $0.outcome == outcome }.flatMap(\.situations)
            #expect(situations.count == 16)
            #expect(Set(situations).count == 16)
        }
    }

    @Test(arguments: [(1, 1), (3, 2)])
    func `one attempt is the last when there is only one`(_ attempts: Int, _ most: Int) {
        let history = AttemptHistory(attempts: attempts, mayHaveBeenSent: false, isKeyRemembered: true)
        let verdict = Verdict(.notSent, history, SendingOptions(attempts: most))
        #expect(verdict.next == .stop(.unreachable(.cut)))
    }
}

extension Outcome.Reason {
    /// As it is told of a message that an earlier attempt may have sent.
    fileprivate var afterSending: Outcome.Reason {
        Outcome.Reason(
            code: code, sentence: "An earlier attempt may have been sent. The last one was not: \(sentence)")
    }
}
