import NIOHTTP1

/// One request as it came in.
struct Post: Sendable {
    /// From 1, in the order in which requests came.
    let number: Int
    let at: ContinuousClock.Instant
    let path: String
    let headers: HTTPHeaders
    let body: String

    var key: String { header("Idempotency-Key") }

    /// A header field that was sent once; else empty.
    func header(_ name: String) -> String { headers[name].count == 1 ? headers[name][0] : "" }

    /// The row of the recipients file, which is the last part of the key.
    var row: Int { key.split(separator: "-").last.flatMap { Int($0) } ?? 0 }
}

/// Every request that came, whatever became of it.
actor PostLog {
    private(set) var posts: [Post] = []
    private var watchers: [AsyncStream<Int>.Continuation] = []

    func record(path: String, headers: HTTPHeaders, body: String) -> Post {
        let post = Post(number: posts.count + 1, at: .now, path: path, headers: headers, body: body)
        posts.append(post)
        for watcher in watchers { watcher.yield(posts.count) }
        return post
    }

    /// Returns once so many requests have come, or the task is cancelled.
    func wait(for count: Int) async {
        if posts.count >= count { return }
        let (counts, watcher) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        watchers.append(watcher)
        for await seen in counts where seen >= count { return }
    }
}

extension [Post] {
    /// Bodies in the order of their rows.
    var bodies: [String] { sorted { $0.row < $1.row }.map(\.body) }

    /// The rows that were posted, in order; one that was posted twice stands there twice.
    var rows: [Int] { map(\.row).sorted() }
}
