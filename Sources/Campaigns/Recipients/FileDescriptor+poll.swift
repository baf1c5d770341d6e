import Glibc
package import SystemPackage

extension FileDescriptor {
    /// Waits until there is something to read, an end or a failure also being something; false if nothing comes in time.
    ///
    /// Blocks its thread: between two short waits, others must have their turn.
    package func isReadable(within time: Duration) -> Bool {
        var input = pollfd(fd: rawValue, events: Int16(POLLIN), revents: 0)
        let count = unsafe poll(&input, 1, Int32(time / .milliseconds(1)))
        return count > 0 || (count < 0 && errno != EINTR)
    }
}
