package import Telnyx
import WhatsApp

/// Why a drain stopped before the end.
package enum StopReason: Sendable, Equatable {
    /// `--limit` was reached.
    case limit(Int)
    /// The same refusal so many times in a row.
    case halted(Outcome.Reason, times: Int)
    /// One message has used up its attempts without having left.
    case unreachable(Outcome.Reason)
    /// The key, the account or the service is the trouble, whatever the row.
    case account(Outcome.Reason)
    /// A signal, by its number.
    case signal(Int32)
    /// The campaign file does not take what must be recorded.
    case cannotRecord(CampaignFileError)

    /// One or two sentences: what happened.
    package var sentence: String {
        switch self {
        case .limit(let count): "Stopped after \(count.counted("message")), as --limit says."
        case .halted(let reason, let times):
            "Stopped: \(times == 1 ? "a message was" : "\(times) messages in a row were") refused with \(reason.code). "
                + reason.sentence.maskingNumbers
        case .unreachable(let reason): "Stopped: no message gets to Telnyx. \(reason.sentence)"
        case .account(let reason):
            "Stopped: nothing can be sent (\(reason.code)). \(reason.sentence.maskingNumbers)"
                + (reason.isAboutKey ? " Check the key in TELNYX_API_KEY." : "")
        case .signal: "Stopped by a signal; what was in flight is recorded."
        case .cannotRecord(let error): "Stopped: \(error.message)"
        }
    }

    /// A word for machines.
    package var word: String {
        switch self {
        case .limit: "limit"
        case .halted: "halted"
        case .unreachable: "unreachable"
        case .account: "account"
        case .signal: "signal"
        case .cannotRecord: "cannot_record"
        }
    }
}
