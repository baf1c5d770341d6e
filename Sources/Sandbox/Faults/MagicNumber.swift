/// A recipient `+1500555NNNN` of the sandbox that chooses its own outcome by its last four digits.
package struct MagicNumber: Sendable {
    /// The last four digits.
    package let suffix: String
    /// What happens, in one short phrase for `--help` and the README.
    package let effect: String
    private let first: Outcome
    private let later: Outcome

    /// The whole number in E.164.
    package var number: String { "+1500555" + suffix }

    private init(_ suffix: String, _ effect: String, _ first: Outcome, later: Outcome? = nil) {
        self.suffix = suffix
        self.effect = effect
        self.first = first
        self.later = later ?? first
    }

    /// Every magic number, in order.
    ///
    /// All other recipients are accepted.
    package static let all = [
        MagicNumber("0001", "refused: 400, 40310 invalid 'to' address", .refused(.invalidTo)),
        MagicNumber("0002", "refused: 400, 40300 blocked by STOP", .refused(.blockedByStop)),
        MagicNumber("0003", "refused: 422, 10027 validation", .refused(.unprocessable)),
        MagicNumber(
            "0004", "429, 10011 too many requests at the first attempt, then accepted",
            .refused(.tryAgainInASecond), later: .accepted(.prompt)
        ),
        MagicNumber("0005", "500 with an HTML page, not accepted", .refused(.proxyPage(500))),
        MagicNumber("0006", "accepted, then the connection is cut without an answer", .accepted(.none)),
        MagicNumber("0007", "accepted, but the answer comes after 60 seconds", .accepted(.late)),
        MagicNumber("0008", "refused: 401, 10009 authentication failed", .refused(.authenticationFailed)),
        MagicNumber("0009", "refused: 403, 20012 account inactive", .refused(.accountInactive)),
        MagicNumber(
            "0010", "409, 10036 being processed at the first attempt, then accepted",
            .refused(.keyInProgress), later: .accepted(.prompt)
        ),
        MagicNumber("0011", "accepted with wait_seconds 12.5", .accepted(.queued(seconds: 12.5))),
        MagicNumber("0012", "accepted, but the answer is 200 with a body that is not JSON", .accepted(.unreadable)),
        MagicNumber("0013", "503, 10037 service unavailable, not accepted", .refused(.serviceUnavailable)),
        MagicNumber("0014", "refused: 400, 40008 undeliverable", .refused(.undeliverable)),
    ]

    private static let byNumber = Dictionary(uniqueKeysWithValues: all.map { ($0.number, $0) })

    /// The outcome `recipient` chooses, `nil` for a recipient without magic.
    ///
    /// - Parameter attempt: how many sends with the same key were refused before.
    static func outcome(to recipient: String, attempt: Int) -> Outcome? {
        guard let magic = byNumber[recipient] else { return nil }
        return attempt == 0 ? magic.first : magic.later
    }
}
