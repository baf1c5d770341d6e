import Subprocess
import Testing

/// A signal that asks the program to stop, and the exit code that says so.
struct StoppingSignal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let signal: Signal
    let code: Int32

    static let all = [
        StoppingSignal(testDescription: "SIGINT", signal: .interrupt, code: 130),
        StoppingSignal(testDescription: "SIGHUP", signal: .terminalClosed, code: 129),
        StoppingSignal(testDescription: "SIGTERM", signal: .terminate, code: 143),
    ]
}
