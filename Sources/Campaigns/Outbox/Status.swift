/// Where a row stands.
///
/// The words of the campaign file and of the result CSV.
package enum Status: String, Sendable, CaseIterable {
    /// Not sent yet.
    case pending
    /// An intent is on disk and no last outcome: in flight or to be repeated by itself, and, once its process has ended,
    /// unknown. Never shown to users.
    case sending
    /// Telnyx took it and gave an id.
    case accepted
    /// Refused for good.
    case failed
    /// Not sent: the row is wrong.
    case rejected
    /// Not sent on purpose.
    case skipped
    /// May have been sent.
    case unknown

    /// The words that users see.
    package static let shown: [Status] = [.accepted, .failed, .rejected, .skipped, .unknown, .pending]

    /// What users see: a message in flight may have been sent.
    package var shown: Status { self == .sending ? .unknown : self }
}

extension Status {
    /// Whether a request may have been taken without a message id to prove it.
    var mayHaveBeenSent: Bool { self == .sending || self == .unknown }

    /// A word that only a damaged file holds means that nothing is known.
    init(stored word: String) { self = Status(rawValue: word) ?? .unknown }
}
