import Glibc

/// How many files and connections the system lets this process have.
enum OpenFiles {
    /// What the program needs besides its connections: standard streams, the campaign file, the event loops.
    private static let ownNeeds = 64
    /// With fewer the event loops cannot begin.
    private static let leastFiles = 40
    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)

    /// Whether the system allows so few that nothing can be sent; they can be raised no further.
    static var areTooFew: Bool { limit.map { $0.rlim_max < leastFiles } ?? false }

    /// How many of so many connections there can be.
    static func possible(connections: Int) -> Int {
        guard let limit else { return connections }
        return min(connections, max(Int(clamping: limit.rlim_max) - ownNeeds, 1))
    }

    /// Lets the process have so many connections, or as many as the system allows.
    static func reserve(connections: Int) {
        guard var limit else { return }
        limit.rlim_cur = max(limit.rlim_cur, min(rlim_t(connections + ownNeeds), limit.rlim_max))
        // What the system says of itself it does not refuse.
        _ = unsafe setrlimit(resource, &limit)
    }

    /// Nil where the system does not say.
    private static var limit: rlimit? {
        var limit = rlimit()
        return unsafe getrlimit(resource, &limit) == 0 ? limit : nil
    }
}
