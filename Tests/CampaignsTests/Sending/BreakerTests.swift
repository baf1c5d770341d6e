import Telnyx
import Testing

@testable import Campaigns

@Suite struct BreakerTests {
    /// One letter an answer: `a` and `b` are refusals with that code.
    struct Run: Sendable, CustomTestStringConvertible {
        let answers: String
        let threshold: Int
        /// After how many answers it opens first; nil if it never does.
        let opens: Int?

        init(_ answers: String, _ threshold: Int, _ opens: Int?) {
            self.answers = answers
            self.threshold = threshold
            self.opens = opens
        }

        var testDescription: String { "\(answers) at \(threshold)" }
    }

    static func outcome(_ letter: Character) -> Outcome {
        switch letter {
        case "+": .accepted
        case "?": .ambiguous
        case "l": .busy
        case "n": .notSent
        case "x": .account
        default: .refused(Outcome.Reason(code: String(letter), sentence: "No."))
        }
    }

    static let runs = [
        Run("", 1, nil), Run("+", 1, nil), Run("a", 1, 1), Run("+a", 1, 2), Run("a", 2, nil), Run("aa", 2, 2),
        Run("aaa", 3, 3), Run("aab", 3, nil), Run("abab", 2, nil), Run("abb", 2, 3), Run("aabaa", 3, nil),
        Run("aabaaa", 3, 6), Run("aa+a", 3, nil), Run("aa+aaa", 3, 6), Run("aa?a", 3, nil), Run("?a?a?a", 2, nil),
        // What says nothing of the message breaks no run.
        Run("alala", 3, 5), Run("anana", 3, 5), Run("axaxa", 3, 5), Run("lnxlnx", 1, nil),
        Run("aaaaaaaaaaaaaaaaaaaaaaaaa", 0, nil), Run("????????????????", 2, nil),
    ]

    @Test(arguments: runs)
    func `the same refusal so many times in a row opens it`(_ run: Run) {
        var breaker = Breaker(threshold: run.threshold)
        let reasons = run.answers.map { breaker.note(Self.outcome($0)) }
        #expect(reasons.firstIndex { $0 != nil }.map { $0 + 1 } == run.opens)
        guard let opens = run.opens, let letter = run.answers.dropFirst(opens - 1).first else { return }
        let last = Outcome.Reason(code: String(letter), sentence: "No.")
        #expect(reasons[opens - 1] == .halted(last, times: run.threshold))
    }
}
