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
    /// The request never left.
    case notSent(Reason)
    /// The request may have been taken.
    case ambiguous(Reason)

    /// A code for machines (Telnyx's digits, or a word of ours) and a sentence for people.
    package struct Reason: Sendable, Equatable {
        /// For machines.
        package let code: String
        /// For people.
        package let sentence: String

        /// - Parameter sentence: with a full stop.
        package init(code: String, sentence: String) {
            self.code = code
            self.sentence = sentence
        }
    }
}
