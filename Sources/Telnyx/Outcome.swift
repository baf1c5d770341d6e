/// What one attempt came to.
///
/// Every answer, and the lack of one, is exactly one of these.
package enum Outcome: Sendable, Equatable {
    /// Telnyx took the message and gave it an id.
    case accepted(id: String, waitSeconds: Double?)
    /// Refused for good: this message will never be taken as it is.
    case refused(Reason)
    /// Not taken now, and surely not sent: everybody waits, so long as Telnyx named a time.
    case tryLater(Reason, after: Duration?)
    /// Nobody's message will be taken: the key or the account is the trouble.
    case account(Reason)
    /// The message never left.
    case notSent(Reason)
    /// The request may have been taken.
    case ambiguous(Reason)

    /// The same with every text of the server changed by `change`.
    func mapping(_ change: (String) -> String) -> Outcome {
        func changed(_ reason: Reason) -> Reason {
            Reason(code: change(reason.code), sentence: change(reason.sentence))
        }
        return switch self {
        case .accepted(let id, let waitSeconds): .accepted(id: change(id), waitSeconds: waitSeconds)
        case .refused(let reason): .refused(changed(reason))
        case .tryLater(let reason, let pause): .tryLater(changed(reason), after: pause)
        case .account(let reason): .account(changed(reason))
        case .notSent(let reason): .notSent(changed(reason))
        case .ambiguous(let reason): .ambiguous(changed(reason))
        }
    }

    /// A code for machines (Telnyx's digits, or a word of ours) and a sentence for people.
    package struct Reason: Sendable, Equatable {
        /// For machines.
        package let code: String
        /// For people.
        package let sentence: String

        /// Whether the API key is the trouble, or what it may do.
        package var isAboutKey: Bool { code == "http_401" || ErrorCodes.key.contains(code) }

        /// - Parameter sentence: with a full stop.
        package init(code: String, sentence: String) {
            self.code = code
            self.sentence = sentence
        }
    }
}
