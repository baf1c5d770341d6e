import SystemPackage

/// The file beside a database in which SQLite keeps changes that are not in the database yet.
///
/// Its format: https://www.sqlite.org/fileformat2.html#walformat
struct WriteAheadLog {
    private let database: FilePath
    private let path: FilePath

    /// - Parameter database: the path of the database.
    init(of database: FilePath) {
        self.database = database
        path = database.databaseFile("-wal")
    }

    /// Whether SQLite takes changes from it: a log that is not there, is empty or has a damaged header is passed over
    /// without a word.
    var isReadable: Bool {
        get throws(CampaignFileError) {
            do {
                return Header(try path.start(atMost: Header.size)) != nil
            } catch {
                throw .unreadable(path: path.string, cause: "\(error)")
            }
        }
    }

    /// Whether this is the log of another database, which stood here before: a database that says it keeps no log has
    /// none.
    var isForeign: Bool {
        get throws(CampaignFileError) {
            do {
                // Asked twice, for a program may begin or end to keep one just now.
                return try database.keepsNoLog && isReadable && database.keepsNoLog
            } catch {
                throw .unreadable(path: database.string, cause: "\(error)")
            }
        }
    }

    /// Whether commits stand behind a damaged place, which SQLite drops without a word.
    ///
    /// A commit is on disk before the next begins, so a crash leaves one unfinished commit at most. Nobody may be
    /// writing.
    var isBroken: Bool {
        get throws(CampaignFileError) {
            do {
                guard var header = Header(try path.start(atMost: Header.size)) else { return false }
                return try commits(behindDamageAfter: &header) > 1
            } catch {
                throw .unreadable(path: path.string, cause: "\(error)")
            }
        }
    }

    private func commits(behindDamageAfter header: inout Header) throws -> Int {
        let descriptor = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
        return try descriptor.closeAfter {
            var commits = 0
            var isDamaged = false
            var offset = Int64(Header.size)
            while let frame = try descriptor.frame(at: offset, size: Frame.headerSize + header.pageSize) {
                offset += Int64(frame.bytes.count)
                if !isDamaged { isDamaged = !header.takes(frame) }
                if isDamaged, frame.salts == header.salts, frame.isCommit { commits += 1 }
            }
            return commits
        }
    }
}

extension WriteAheadLog {
    /// What a log begins with, and the checksum so far.
    fileprivate struct Header {
        /// Magic number, format, page size, checkpoint, two salts; then their checksum.
        static let size = 32

        let pageSize: Int
        let salts: ArraySlice<UInt8>
        private var sum: Checksum

        /// Nil where it is damaged.
        init?(_ bytes: [UInt8]) {
            guard bytes.count == Self.size else { return nil }
            let magic = bytes.word(at: 0)
            guard [0x377f_0682, 0x377f_0683].contains(magic) else { return nil }
            sum = Checksum(isBigEndian: magic & 1 == 1)
            sum.add(bytes[..<24])
            guard sum == bytes[24...] else { return nil }
            pageSize = Int(bytes.word(at: 8))
            salts = bytes[16..<24]
        }

        /// Adds the next frame; returns whether it is whole and belongs to this log.
        mutating func takes(_ frame: Frame) -> Bool {
            guard frame.salts == salts else { return false }
            sum.add(frame.bytes[..<8])
            sum.add(frame.bytes[Frame.headerSize...])
            return sum == frame.bytes[16..<24]
        }
    }

    /// A page that was changed.
    fileprivate struct Frame {
        /// Page number, size of the database after a commit, salts, checksum.
        static let headerSize = 24

        let bytes: [UInt8]

        var isCommit: Bool { bytes.word(at: 4) > 0 }
        var salts: ArraySlice<UInt8> { bytes[8..<16] }
    }

    /// Of words in the order of the machine that wrote the log.
    fileprivate struct Checksum {
        private let isBigEndian: Bool
        private var (first, second): (UInt32, UInt32) = (0, 0)

        init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

        mutating func add(_ bytes: ArraySlice<UInt8>) {
            let bytes = bytes.span
            for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
                first &+= word(of: bytes, at: offset) &+ second
                second &+= word(of: bytes, at: offset + 4) &+ first
            }
        }

        private func word(of bytes: Span<UInt8>, at offset: Int) -> UInt32 {
            var word: UInt32 = 0
            for index in offset..<offset + 4 { word = word << 8 | UInt32(bytes[index]) }
            return isBigEndian ? word : word.byteSwapped
        }

        static func == (sum: Checksum, bytes: ArraySlice<UInt8>) -> Bool {
            bytes.elementsEqual(
                [sum.first, sum.second].flatMap { word in
                    (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
                })
        }
    }
}

extension FilePath {
    /// Whether a database says of itself that it is changed without a log beside it
    /// (https://www.sqlite.org/fileformat2.html#file_format_version_numbers).
    fileprivate var keepsNoLog: Bool {
        get throws {
            let start = try start(atMost: 20)
            return start.count == 20 && start[18] == 1
        }
    }
}

extension [UInt8] {
    /// Four bytes as a number, the largest first.
    fileprivate func word(at offset: Int) -> UInt32 { self[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } }
}

extension FileDescriptor {
    /// The whole frame at `offset`; nil where there is none any more.
    fileprivate func frame(at offset: Int64, size: Int) throws -> WriteAheadLog.Frame? {
        let bytes = unsafe try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = unsafe try read(fromAbsoluteOffset: offset, into: UnsafeMutableRawBufferPointer(buffer))
        }
        return bytes.count == size ? WriteAheadLog.Frame(bytes: bytes) : nil
    }
}
