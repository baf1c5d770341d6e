/// What becomes of a send that passed all checks.
enum Outcome: Sendable, Equatable {
    case accepted(Reply)
    case refused(Refusal)
}

/// How the news of an accepted send reaches the client.
enum Reply: Sendable, Equatable {
    case prompt
    /// With `wait_seconds` above zero: Telnyx holds the message back for that long.
    case queued(seconds: Double)
    /// After `SandboxOptions.lateAnswer`; a repeat with the same key is answered at once.
    case late
    /// As 200 with a body that is no JSON.
    case unreadable
    /// Not at all: the connection is closed.
    case none
}
