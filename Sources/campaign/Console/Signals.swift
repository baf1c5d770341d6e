import Campaigns
import Glibc
import UnixSignals

/// Runs `body` while the first SIGINT or SIGTERM asks it to stop; a second one ends the program at once.
func withStopSignal<Result: Sendable>(
    _ body: (StopSignal) async throws -> Result
) async throws -> Result {
    let stop = StopSignal()
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            for await signal in signals where !stop.request(signal.rawValue) {
                // What is in flight keeps its intent in the campaign file, and becomes unknown.
                _exit(128 + signal.rawValue)
            }
        }
        let result = try await body(stop)
        group.cancelAll()
        return result
    }
}
