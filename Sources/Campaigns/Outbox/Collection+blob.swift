import FoundationEssentials

extension Collection<UInt8> {
    /// The bytes as SQLite takes them.
    var blob: Data { Data(self) }
}
