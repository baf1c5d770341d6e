import SystemPackage

/// The file beside a database in which SQLite keeps changes that are not in the database yet.
///
/// Its format: https://www.sqlite.org/fileformat2.html#walformat
struct WriteAheadLog {
    /// Magic number, format, page size, checkpoint, two salts; then their checksum.
    private static let headerSize = 32

    private let path: FilePath

    /// - Parameter database: the path of the database.
    init(of database: FilePath) { path = FilePath("\(database.resolvingLinks)-wal") }

    /// Whether SQLite takes changes from it: a log that is not there, is empty or has a damaged header is passed over
    /// without a word.
    var isReadable: Bool {
        get throws(CampaignFileError) {
            do {
                return Self.isHeader(try path.start(atMost: Self.headerSize))
            } catch {
                throw .unreadable(path: path.string, cause: "\(error)")
            }
        }
    }

    private static func isHeader(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == headerSize else { return false }
        let magic = word(of: bytes, at: 0, bigEndian: true)
        guard [0x377f_0682, 0x377f_0683].contains(magic) else { return false }
        var sums: [UInt32] = [0, 0]
        for offset in stride(from: 0, to: 24, by: 8) {
            sums[0] &+= word(of: bytes, at: offset, bigEndian: magic & 1 == 1) &+ sums[1]
            sums[1] &+= word(of: bytes, at: offset + 4, bigEndian: magic & 1 == 1) &+ sums[0]
        }
        return sums == [24, 28].map { word(of: bytes, at: $0, bigEndian: true) }
    }

    private static func word(of bytes: [UInt8], at offset: Int, bigEndian isBigEndian: Bool) -> UInt32 {
        let word = bytes[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return isBigEndian ? word : word.byteSwapped
    }
}
