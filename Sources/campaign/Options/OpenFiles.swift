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

    /// Raises the limit for so many connections as far as the system allows; returns how many there can be.
    static func reserve(connections: Int) -> Int {
        guard var limit else { return connections }
        let needed = rlim_t(connections + ownNeeds)
        if limit.rlim_cur < needed {
            let old = limit.rlim_cur
            limit.rlim_cur = min(needed, limit.rlim_max)
            if unsafe setrlimit(resource, &limit) != 0 { limit.rlim_cur = old }
        }
        return min(connections, max(Int(clamping: limit.rlim_cur) - ownNeeds, 1))
    }

    /// Nil where the system does not say.
    private static var limit: rlimit? {
        var limit = rlimit()
        return unsafe getrlimit(resource, &limit) == 0 ? limit : nil
    }
}
