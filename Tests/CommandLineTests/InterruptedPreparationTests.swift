import Subprocess
import Testing

/// Promise: a campaign whose preparation was cut off has sent nothing, and says so.
@Suite(.timeLimit(.minutes(3))) struct InterruptedPreparationTests {
    @Test func `a campaign that was killed while preparing has sent nothing, and says so`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                #expect(try await scratch.killWhilePreparing(to: server.baseURL).code == nil)

                let resumed = try await scratch.campaign(
                    "resume", "people.campaign", "--yes", "--base-url", server.baseURL)
                #expect(resumed.code == 65)
                #expect(resumed.errors.contains("nothing was sent"))
                let arguments = scratch.sendArguments(to: server.baseURL) + ["--campaign", "people.campaign"]
                let sent = try await scratch.campaign(arguments)
                #expect(sent.code == 73)
                #expect(sent.errors.contains("nothing was sent"))
                #expect(await server.posts.isEmpty)

                try scratch.remove("people.campaign")
                #expect(try await scratch.campaign(arguments).code == 0)
                #expect(await server.posts.rows == [1, 2, 3])
            }
        }
    }

    /// Its file is neither free nor broken.
    @Test func `while a process prepares, others are turned away`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                let people = try scratch.makePipe("people.csv")
                let arguments = scratch.pipedArguments(to: server.baseURL)
                let ending = try await scratch.campaign(arguments, input: .none) { _ in
                    try people.write(Inputs.recipients(3))
                    try await scratch.waitUntilPreparing()
                    let others = [
                        try await scratch.campaign("resume", "people.campaign", "--sandbox"),
                        try await scratch.campaign(
                            scratch.sendArguments(to: server.baseURL) + ["--campaign", "people.campaign"]),
                    ]
                    for other in others {
                        #expect(other.code == 73)
                        #expect(!other.errors.contains("Delete"))
                    }
                    try people.close()
                }
                #expect(ending.code == 0)
                #expect(await server.posts.rows == [1, 2, 3])
            }
        }
    }

    /// One signal is enough, though the input may never end.
    @Test(arguments: StoppingSignal.all) func `a signal while preparing ends the run, and nothing is left`(
        _ stop: StoppingSignal
    ) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                let people = try scratch.makePipe("people.csv")
                let ending = try await scratch.campaign(
                    scratch.pipedArguments(to: server.baseURL), input: .none
                ) { running in
                    try people.write(Inputs.recipients(3))
                    try await scratch.waitUntilPreparing()
                    try running.send(signal: stop.signal)
                }
                try people.close()
                #expect(ending.code == stop.code)
                #expect(ending.errors.contains("nothing was sent"))
                #expect(await server.posts.isEmpty)
                #expect(!scratch.exists("people.campaign"))
            }
        }
    }

    /// Whoever waits for input has the only thread.
    @Test func `a signal while preparing ends the run on a single core too`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            let people = try scratch.makePipe("people.csv")
            let ending = try await scratch.shell(
                #"exec taskset -c 0 "$@""#, scratch.pipedArguments(to: "http://127.0.0.1:1/v2")
            ) { running in
                try people.write(Inputs.recipients(3))
                try await scratch.waitUntilPreparing()
                try running.send(signal: .interrupt)
            }
            try people.close()
            #expect(ending.code == 130)
        }
    }

    /// Opening a pipe waits for its writer, who may never come.
    @Test(arguments: StoppingSignal.all, ["people.csv", "greeting.yaml"])
    func `a signal ends a run that waits for somebody to write`(_ stop: StoppingSignal, _ name: String) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            if scratch.exists(name) { try scratch.remove(name) }
            let pipe = try scratch.makeSilentPipe(name)
            let ending = try await scratch.campaign(
                scratch.pipedArguments(to: "http://127.0.0.1:1/v2"), input: .none
            ) { running in
                try await running.poll { try running.hasOpen(pipe) }
                try running.send(signal: stop.signal)
            }
            #expect(ending.code == stop.code)
            #expect(!scratch.exists("people.campaign"))
        }
    }
}

extension Scratch {
    fileprivate func pipedArguments(to baseURL: String) -> [String] {
        ["send", "people.csv", "--template", "greeting.yaml", "--from", Inputs.sender, "--yes", "--base-url", baseURL]
    }

    /// Kills a `send` that waits for the rest of its recipients.
    fileprivate func killWhilePreparing(to baseURL: String) async throws -> Ending {
        let people = try makePipe("people.csv")
        let ending = try await campaign(pipedArguments(to: baseURL), input: .none) { running in
            try people.write(Inputs.recipients(3))
            try await waitUntilPreparing()
            try running.send(signal: .kill)
        }
        try people.close()
        return ending
    }

    /// Returns once there is a campaign file that another process has.
    fileprivate func waitUntilPreparing() async throws {
        while try await campaign("status", "people.campaign").code != 73 {}
    }
}
