import FoundationEssentials

/// What was measured on.
struct Machine: Encodable {
    let processor: String
    let cores: Int
    let memory: Int

    init() {
        let lines = Machine.lines(of: "/proc/cpuinfo")
        processor =
            lines.first { $0.hasPrefix("model name") }?.split(separator: ": ").last.map(String.init) ?? "unknown"
        cores = ProcessInfo.processInfo.activeProcessorCount
        memory = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    }

    var text: String { "\(processor), \(cores) cores, \(memory >> 30) GB" }

    private static func lines(of file: String) -> [Substring] {
        guard let data = FileManager.default.contents(atPath: file) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n")
    }
}
