import Subprocess

/// Sends at a cap, with the default concurrency, to a server that looks at the clock.
struct PacingRun {
    let workshop: Workshop
    let test: PacingCase

    func run() async throws -> PacingResult {
        try workshop.removeCampaign()
        let arrivals = try await ArrivalServer.with(delay: test.delay()) { server in
            let send = try workshop.send(test.messages, to: server.baseURL, "--rate", "\(test.cap)")
            try await send.run(in: workshop.directory) { process in
                if test.disturbance == .frozen { try await freeze(process, server.log) }
            }
            return server.log.arrivals
        }
        return PacingResult(test, arrivals)
    }

    private func freeze(_ process: RunningProgram, _ log: ArrivalLog) async throws {
        try await log.wait(for: test.messages / 2)
        try process.send(.suspend)
        try await Task.sleep(for: .milliseconds(1500))
        try process.send(.resume)
    }
}
