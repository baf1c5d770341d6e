/// The exit codes, which scripts rely on.
package enum ExitStatus: Sendable, Equatable {
    /// Every row was accepted or skipped on purpose.
    case success
    /// Finished; a row was rejected or refused.
    case rejected
    /// Finished; the outcome of a row is unknown.
    case unknown
    /// The options are wrong, or do not fit the campaign.
    case usage
    /// The template or the recipients are wrong as a whole.
    case dataError
    /// An input cannot be read.
    case noInput
    /// Something that nobody foresaw.
    case fault
    /// An output cannot be created, or the campaign file is taken.
    case cannotCreate
    /// The campaign file cannot be written any more.
    case cannotRecord
    /// Stopped before the end; `resume` goes on.
    case stopped
    /// The key is missing or refused, or the account may not send.
    case notPermitted
    /// Stopped by a signal.
    case signal(Int32)

    /// The number of the contract with users.
    package var code: Int32 {
        switch self {
        case .success: 0
        case .rejected: 1
        case .unknown: 2
        case .usage: 64
        case .dataError: 65
        case .noInput: 66
        case .fault: 70
        case .cannotCreate: 73
        case .cannotRecord: 74
        case .stopped: 75
        case .notPermitted: 77
        case .signal(let number): 128 + number
        }
    }
}
