import Glibc

/// Why a sandbox cannot run.
package enum SandboxError: Error, Equatable {
    case cannotListen(port: Int, errorNumber: CInt)

    /// What is wrong and what to do.
    package var message: String {
        switch self {
        case .cannotListen(let port, EADDRINUSE):
            "Port \(port) is taken by another program. Give another --port; 0 takes a free one."
        case .cannotListen(let port, let number):
            "Port \(port) cannot be had: \(unsafe String(cString: strerror(number))). Give another --port."
        }
    }
}
