import Campaigns
import Glibc
import UnixSignals

/// Runs `body` while the first SIGINT, SIGTERM or SIGHUP asks it to stop; a second one ends the program at once.
///
/// - Parameter notice: what the first one is answered with.
func withStopSignal<Result: Sendable>(
    saying notice: String? = "Stopping: what is in flight is recorded first, which seldom takes longer than --timeout. "
        + "A second signal ends the program at once and leaves what is in flight unknown.",
    _ body: (StopSignal) async throws -> Result
) async throws -> Result {
    let stop = StopSignal()
    // `nohup` and shells that run something in the background leave some of them ignored.
    let signals = await UnixSignalsSequence(trapping: [.sigint, .sigterm, .sighup].filter { !$0.isIgnored })
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            for await signal in signals {
                if stop.request(signal.rawValue) {
                    if let notice { Console.mention(notice) }
                    continue
                }
                // What is in flight keeps its intent in the campaign file, and becomes unknown.
                _exit(128 + signal.rawValue)
            }
        }
        let result = try await body(stop)
        group.cancelAll()
        return result
    }
}

extension UnixSignal {
    /// Whether whoever started the program wants the signal ignored.
    fileprivate var isIgnored: Bool {
        var action = sigaction()
        guard unsafe sigaction(rawValue, nil, &action) == 0 else { return false }
        return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
