import Synchronization

/// Says whether a request's body was asked for, which the client does only when a connection stands and the head has
/// been written.
///
/// Unset means that nobody can have taken the message.
final class WrittenMark: Sendable {
    private let written = Atomic(false)

    var isSet: Bool { written.load(ordering: .acquiring) }

    func set() { written.store(true, ordering: .releasing) }
}

/// A request's body that sets its mark as it is read, before the first byte leaves.
struct MarkedBytes: RandomAccessCollection, Sendable {
    let bytes: [UInt8]
    let mark: WrittenMark

    var startIndex: Int { bytes.startIndex }
    var endIndex: Int { bytes.endIndex }

    subscript(position: Int) -> UInt8 {
        mark.set()
        return bytes[position]
    }

    func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? {
        mark.set()
        return unsafe try bytes.withContiguousStorageIfAvailable(body)
    }
}
