import Testing

/// Promise: exit code 74 when the campaign file takes nothing any more, and nothing unrecorded was sent.
///
/// A limit on the size of files stands for a full disk.
@Suite(.timeLimit(.minutes(3))) struct DiskFullTests {
    @Test func `a disk that fills up while sending stops the run, and nothing is sent twice`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(400)
            try await withStandIn { server in
                // Enough to prepare, too little for the record of all attempts; blocks have 512 or 1,024 bytes.
                let ending = try await scratch.shell(
                    #"trap '' XFSZ; ulimit -f 1000; exec "$@""#,
                    scratch.sendArguments(to: server.baseURL) + ["--concurrency", "2"])
                #expect(ending.code == 74)
                let posts = await server.posts.count
                #expect((1..<400).contains(posts))

                _ = try await scratch.resume(to: server.baseURL)
                let sent = await server.posts.rows
                #expect(Set(sent).count == sent.count)
                let statuses = try scratch.table("clients.results.csv").statuses
                #expect(statuses["accepted", default: 0] + statuses["unknown", default: 0] == 400)
                #expect(statuses["unknown", default: 0] <= 2)
            }
        }
    }

    @Test(arguments: [1, 100]) func `a disk that fills up while preparing leaves nothing, and nothing is sent`(
        _ blocks: Int
    ) async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2000)
            try await withStandIn { server in
                let ending = try await scratch.shell(
                    #"trap '' XFSZ; ulimit -f \#(blocks); exec "$@""#, scratch.sendArguments(to: server.baseURL))
                #expect([73, 74].contains(ending.code))
                #expect(await server.posts.isEmpty)
                #expect(!scratch.exists("clients.campaign"))
            }
        }
    }
}
