/// Why the text of a sandbox option cannot be used; the payload is that text.
package enum SandboxOptionError: Error, Equatable, CustomStringConvertible {
    case notAProbability(String)
    case notAnErrorStatus(String)
    case notAFailure(String)

    /// One sentence for the user: what was given and what is wanted.
    package var description: String {
        switch self {
        case .notAProbability(let text): "'\(text)' is not a rate from 0 to 1, such as 0.05"
        case .notAnErrorStatus(let text): "'\(text)' is not an HTTP error status from 400 to 599"
        case .notAFailure(let text): "'\(text)' is not RATE:STATUS, such as 0.05:500"
        }
    }
}
