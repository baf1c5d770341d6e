import Subprocess
import Testing

/// Promise: a terminal is asked before anything is sent, and only a yes sends.
@Suite(.timeLimit(.minutes(3))) struct QuestionTests {
    @Test(arguments: ["y", "yes", "Y"]) func `a yes sends`(_ answer: String) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                let ending = try await scratch.send(to: server.baseURL, answering: answer)
                #expect(ending.code == 0)
                #expect(ending.errors.contains("Send 3 messages from +15005550999 at 80/s"))
                #expect(ending.errors.contains("[y/N]"))
                #expect(!ending.output.contains("[y/N]"))
                #expect(await server.posts.rows == [1, 2, 3])
            }
        }
    }

    @Test(arguments: ["n", "", "yeah"]) func `anything else sends nothing`(_ answer: String) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                let ending = try await scratch.send(to: server.baseURL, answering: answer)
                #expect(ending.code == 75)
                #expect(ending.errors.contains("Nothing was sent."))
                #expect(await server.posts.isEmpty)
                #expect(!scratch.exists("clients.campaign"))
                #expect(try await scratch.send(to: server.baseURL, answering: "y").code == 0)
            }
        }
    }

    @Test func `resume asks too`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                _ = try await scratch.send(to: server.baseURL, "--limit", "1")
                let declined = try await scratch.resume(to: server.baseURL, answering: "n")
                #expect(declined.code == 75)
                #expect(declined.errors.contains("Send 2 messages of clients.campaign at 80/s"))
                #expect(await server.posts.count == 1)
                #expect(try await scratch.resume(to: server.baseURL, answering: "y").code == 0)
                #expect(await server.posts.rows == [1, 2, 3])
            }
        }
    }

    /// Messages whose process died are sent again here, so they are messages to ask about.
    @Test func `resume asks before it repeats what may have been sent`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try await withStandIn { _ in
                .hold
            } _: { server in
                _ = try await scratch.campaign(scratch.sendArguments(to: server.baseURL), input: .none) { running in
                    await server.wait(forPosts: 2)
                    try running.send(signal: .kill)
                }
                await server.release()
                let declined = try await scratch.resume(
                    to: server.baseURL, "--on-ambiguous", "retry", answering: "n")
                #expect(declined.code == 75)
                #expect(declined.errors.contains("Send 2 messages"))
                #expect(await server.posts.count == 2)
            }
        }
    }

    @Test func `the sandbox needs no consent`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            let ending = try await scratch.campaign(
                "send", "clients.csv", "--template", "greeting.yaml", "--from", Inputs.sender, "--sandbox", key: nil)
            #expect(ending.code == 0)
            #expect(!ending.errors.contains("[y/N]"))
        }
    }

    /// A complete campaign file means that the question is being asked, or will be at once.
    @Test(arguments: StoppingSignal.all)
    func `a signal while asking ends the run`(_ stop: StoppingSignal) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try await withTerminal { terminal in
                let ending = try await scratch.campaign(
                    ["send", "clients.csv", "--template", "greeting.yaml", "--from", Inputs.sender],
                    input: .fileDescriptor(terminal.line, closeAfterSpawningProcess: false)
                ) { running in
                    while try await scratch.campaign("status", "clients.campaign").code != 0 {}
                    try running.send(signal: stop.signal)
                }
                #expect(ending.code == stop.code)
                #expect(!scratch.exists("clients.campaign"))
            }
        }
    }
}

extension Scratch {
    /// Runs `send` at a terminal where `answer` is typed.
    fileprivate func send(to baseURL: String, answering answer: String) async throws -> Ending {
        try await campaign(
            ["send", "clients.csv", "--template", "greeting.yaml", "--from", Inputs.sender, "--base-url", baseURL],
            answering: answer)
    }

    /// Runs `resume` at a terminal where `answer` is typed.
    fileprivate func resume(to baseURL: String, _ more: String..., answering answer: String) async throws -> Ending {
        try await campaign(["resume", "clients.campaign", "--base-url", baseURL] + more, answering: answer)
    }

    private func campaign(_ arguments: [String], answering answer: String) async throws -> Ending {
        try await withTerminal { terminal in
            try terminal.type(answer)
            return try await campaign(
                arguments, input: .fileDescriptor(terminal.line, closeAfterSpawningProcess: false))
        }
    }
}
