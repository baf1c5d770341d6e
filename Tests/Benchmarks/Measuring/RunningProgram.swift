import FoundationEssentials
import Subprocess

/// A program while it runs.
struct RunningProgram {
    let pid: Int32
    let send: (Signal) throws -> Void

    /// Seconds of processor so far.
    var cpu: Double {
        get throws {
            // What follows the name, which may hold anything: utime and stime are the 12th and 13th (proc(5)).
            let fields = try text("stat").split(separator: ")").last?.split(separator: " ") ?? []
            guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
                throw Unreadable(what: "/proc/\(pid)/stat", text: "\(fields)")
            }
            // Ticks of 10 ms.
            return (user + system) / 100
        }
    }

    /// Peak of the resident memory so far, in bytes.
    var memory: Int {
        get throws {
            let status = try text("status")
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            guard let kilobytes = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first,
                let count = Int(kilobytes)
            else { throw Unreadable(what: "/proc/\(pid)/status", text: status) }
            return count * 1024
        }
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "/proc/\(pid)/\(name)")), as: UTF8.self)
    }
}
