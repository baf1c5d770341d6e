import FoundationEssentials
import SystemPackage

/// Counts what the program does, whatever the machine is and whoever else uses it.
struct Valgrind {
    let workshop: Workshop

    /// Without the debugging information, which is too new for Debian's valgrind.
    static func prepare(_ workshop: Workshop) async throws -> Valgrind {
        let strip = Invocation("strip", ["--strip-debug", "-o", "campaign", workshop.campaign])
        try await strip.run(in: workshop.directory)
        return Valgrind(workshop: workshop)
    }

    func instructions(_ invocation: Invocation) async throws -> Double {
        let report = try await report(["--tool=callgrind", "--callgrind-out-file=/dev/null"], invocation)
        return try number(in: report, after: "Collected : ")
    }

    func allocations(_ invocation: Invocation) async throws -> Double {
        let report = try await report(["--leak-check=no", "--undef-value-errors=no"], invocation)
        return try number(in: report, after: "total heap usage: ")
    }

    private func report(_ options: [String], _ invocation: Invocation) async throws -> String {
        let log = workshop.path("valgrind.txt")
        let valgrind = Invocation(
            "env",
            ["LD_PRELOAD=\(workshop.path("sigsuspend.so"))", "valgrind", "--log-file=\(log)"] + options
                + [workshop.path("campaign").string] + invocation.arguments)
        try await valgrind.run(in: workshop.directory)
        return String(decoding: try Data(contentsOf: URL(filePath: log.string)), as: UTF8.self)
    }

    private func number(in report: String, after mark: String) throws -> Double {
        let digits = report.firstRange(of: mark).map { report[$0.upperBound...].prefix { $0.isNumber || $0 == "," } }
        guard let number = digits.flatMap({ Double($0.filter(\.isNumber)) }) else {
            throw Unreadable(what: "valgrind", text: report)
        }
        return number
    }
}
