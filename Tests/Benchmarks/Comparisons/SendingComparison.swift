import FoundationEssentials
import SystemPackage

/// Sending without a cap, beside those that post the same bodies and keep no record.
struct SendingComparison {
    let messages: Int
    /// Messages that the SDK sends, which is slow.
    let sdkMessages: Int
    let inFlight: Int
    /// A Python that has Telnyx's SDK; nil leaves the SDK out.
    let python: String?
    let nginx: Nginx
    let workshop: Workshop

    var comparison: Comparison {
        get async throws {
            let bodies = try workshop.dryRun(messages)
            try await bodies.run(in: workshop.directory)
            let file = "bodies-\(messages).jsonl"
            let bare = Invocation(
                workshop.benchmarks, ["bare-client", nginx.messages, file, "--in-flight", "\(inFlight)"])
            var contestants = [
                Comparison.Contestant(name: "campaign send, from CSV to result CSV", run: send),
                Comparison.Contestant(name: "bare async-http-client") {
                    try await bare.measure(messages, in: workshop.directory)
                },
                Comparison.Contestant(name: "wrk") { try await wrk(file) },
            ]
            if let python {
                let arguments = [Workshop.sdkScript, nginx.baseURL, file, "\(inFlight)", "\(sdkMessages)"]
                let sdk = Invocation(python, arguments)
                contestants.append(
                    Comparison.Contestant(name: "Telnyx SDK for Python") {
                        try await sdk.measure(sdkMessages, in: workshop.directory)
                    })
            }
            return Comparison(
                title: "send \(messages) messages, \(inFlight) in flight", unit: "messages", contestants: contestants)
        }
    }

    @Sendable private func send() async throws -> Sample {
        try workshop.removeCampaign()
        let send = try workshop.send(
            messages, to: nginx.baseURL, "--rate", "1000000", "--concurrency", "\(inFlight)")
        return try await send.measure(messages, in: workshop.directory)
    }

    /// Three seconds of the first body again and again.
    private func wrk(_ bodies: String) async throws -> Sample {
        try workshop.write(
            """
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.headers["Authorization"] = "Bearer KEY_benchmark"
            wrk.body = io.open("\(bodies)"):read("*l")
            """, to: "post.lua")
        let arguments = ["-t1", "-c\(inFlight)", "-d3s", "-s", "post.lua", nginx.messages]
        let wrk = Invocation("wrk", arguments, output: workshop.path("wrk.txt"))
        var sample = try await wrk.measure(1, in: workshop.directory)
        let report = String(
            decoding: try Data(contentsOf: URL(filePath: workshop.path("wrk.txt").string)), as: UTF8.self)
        let line = report.split(separator: "\n").first { $0.contains(" requests in ") }
        guard let count = line?.split(separator: " ").first.flatMap({ Int($0) }) else {
            throw Unreadable(what: "wrk", text: report)
        }
        sample.amount = count
        return sample
    }
}
