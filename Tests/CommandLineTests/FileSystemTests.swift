import Subprocess
import Testing

/// Promise: a disk that is full or may not be written stops the run before anything unrecorded is sent, and the
/// campaign goes on once the trouble is over.
///
/// The disks are mounted in a namespace that ends with its shell; where the system allows none, there is no test.
@Suite(.timeLimit(.minutes(3)), .enabled("No file system can be mounted here.") { try await Scratch.canMount })
struct FileSystemTests {
    @Test func `a campaign on a full disk goes on once there is room`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1000)
            try await withStandIn { server in
                let ending = try await scratch.mounting(
                    """
                    mkdir disk; mount -t tmpfs -o size=900k tmpfs disk
                    "$@"; echo "ended $?"
                    mount -o remount,size=64m disk
                    "$campaign" resume disk/clients.campaign $again; echo "ended $?"
                    """, scratch.sendArguments(to: server.baseURL) + ["--concurrency", "2"], server)
                #expect(ending == [74, 0] || ending == [74, 2])
                let sent = await server.posts.rows
                #expect(Set(sent).count == sent.count)
                let statuses = try scratch.table("clients.results.csv").statuses
                #expect(statuses["accepted", default: 0] + statuses["unknown", default: 0] == 1000)
                #expect(statuses["unknown", default: 0] <= 2)
            }
        }
    }

    @Test func `a campaign on a disk that may only be read goes on once it may be written`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            try await withStandIn { server in
                let ending = try await scratch.mounting(
                    """
                    mkdir disk; mount -t tmpfs tmpfs disk
                    "$@" --limit 1; echo "ended $?"
                    mount -o remount,ro disk
                    "$campaign" resume disk/clients.campaign $again; echo "ended $?"
                    mount -o remount,rw disk
                    "$campaign" resume disk/clients.campaign $again; echo "ended $?"
                    """, scratch.sendArguments(to: server.baseURL), server)
                #expect(ending == [75, 74, 0])
                #expect(await server.posts.rows == [1, 2, 3])
            }
        }
    }
}

extension Scratch {
    /// Whether a file system can be mounted in a namespace of one's own.
    fileprivate static var canMount: Bool {
        get async throws {
            try await run(
                .name("unshare"), arguments: ["--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
                output: .discarded, error: .discarded
            ).terminationStatus.isSuccess
        }
    }

    /// Runs a script that may mount, in which `"$@"` sends to the campaign file `disk/clients.campaign`; returns the
    /// exit codes that it tells.
    fileprivate func mounting(
        _ script: String, _ arguments: [String], _ server: StandIn
    ) async throws -> [Int] {
        let ending = try await shell(
            #"campaign=$1 again=$2 script=$3; export campaign again; shift 3; "#
                + #"exec unshare --map-root-user --mount sh -c "$script" sh "$campaign" "$@""#,
            ["--yes --rate 10000 --base-url \(server.baseURL) --results clients.results.csv", script] + arguments
                + ["--campaign", "disk/clients.campaign", "--results", "clients.results.csv"])
        return ending.lines.compactMap { $0.hasPrefix("ended ") ? Int($0.dropFirst(6)) : nil }
    }
}
