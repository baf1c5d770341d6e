import Glibc

/// The memory of this process, which holds the key and the recipients' numbers.
enum CoreDumps {
    /// Keeps a crash from leaving the memory on disk.
    ///
    /// One byte holds no core file, and with this limit Linux hands none to a crash reporter either, which it does with a
    /// limit of 0 (fs/coredump.c).
    static func forbid() {
        var limit = rlimit(rlim_cur: 1, rlim_max: 1)
        // Lowering a limit is refused to nobody; below one byte it is as good.
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    }
}
