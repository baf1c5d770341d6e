import Synchronization

/// What comes to a server and leaves it, counted as it happens.
final class Traffic: Sendable {
    private let open = Atomic(0)
    private let came = Atomic(0)
    private let left = Atomic(0)

    /// Connections that stand.
    var connections: Int { open.load(ordering: .acquiring) }
    /// Requests that came whole.
    var requests: Int { came.load(ordering: .acquiring) }
    /// Answers that were handed to the system, or whose connection was gone.
    var answers: Int { left.load(ordering: .acquiring) }

    func noteConnection() { open.add(1, ordering: .acquiringAndReleasing) }
    func noteEndOfConnection() { open.subtract(1, ordering: .acquiringAndReleasing) }
    func noteRequest() { came.add(1, ordering: .acquiringAndReleasing) }
    func noteAnswer() { left.add(1, ordering: .acquiringAndReleasing) }
}
