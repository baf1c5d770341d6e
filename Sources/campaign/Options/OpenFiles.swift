import Glibc

/// How many files and connections the system lets this process have.
enum OpenFiles {
    /// What the program needs besides its connections: standard streams, the campaign file, the event loops.
    private static let ownNeeds = 64
    /// With fewer the event loops cannot begin.
    private static let leastFiles = 40
    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)

    /// Whether the system allows so few that nothing can be sent; they can be raised no further.
    static var areTooFew: Bool {
        var limit = rlimit()
        return unsafe getrlimit(resource, &limit) == 0 && limit.rlim_max < leastFiles
    }

    /// Raises the limit for so many connections as far as the system allows; returns how many there can be.
    static func reserve(connections: Int) -> Int {
        var limit = rlimit()
        guard unsafe getrlimit(resource, &limit) == 0 else { return connections }
        let needed = rlim_t(connections + ownNeeds)
        if limit.rlim_cur < needed {
            limit.rlim_cur = min(needed, limit.rlim_max)
            // Refused only when the limit could not be raised; then the old one is what counts.
            if unsafe setrlimit(resource, &limit) != 0 { unsafe getrlimit(resource, &limit) }
        }
        return min(connections, max(Int(clamping: limit.rlim_cur) - ownNeeds, 1))
    }
}
