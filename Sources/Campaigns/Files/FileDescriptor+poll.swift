import Glibc
package import SystemPackage

extension FileDescriptor {
    /// Waits until there is something to read, an end or a failure also being something; false if nothing comes in time.
    ///
    /// Blocks its thread: between two short waits, others must have their turn.
    package func isReadable(within time: Duration) -> Bool { isReady(for: POLLIN, within: time) }

    /// Whether something can be written just now without waiting for whoever reads it.
    package var isWritable: Bool { isReady(for: POLLOUT, within: .zero) }

    private func isReady(for event: Int32, within time: Duration) -> Bool {
        var request = pollfd(fd: rawValue, events: Int16(event), revents: 0)
        let count = unsafe poll(&request, 1, Int32(time / .milliseconds(1)))
        return count > 0 || (count < 0 && errno != EINTR)
    }
}
