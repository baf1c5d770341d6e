import CSV
import Testing

/// Files that are made to break a reader, or look like it.
///
/// Errors and their places: `CSVErrorTests`.
@Suite struct HostileFileTests {
    static let empty: [(String, [UInt8])] = [
        ("UTF-8 mark", [0xEF, 0xBB, 0xBF]), ("UTF-16 mark, little end first", [0xFF, 0xFE]),
        ("UTF-16 mark, big end first", [0xFE, 0xFF]), ("LF", [0x0A, 0x0A, 0x0A]), ("CR", [0x0D, 0x0D]),
        ("a lone CR", [0x0D]), ("line ends of all kinds", Array("\r\n\n\r\r\n\r".utf8)),
        ("mark and line ends", Array("\u{FEFF}\r\n\n".utf8)),
        ("UTF-16 line ends", [0xFF, 0xFE, 0x0D, 0x00, 0x0A, 0x00]),
    ]

    @Test(arguments: empty)
    func `a file without text has no rows`(_ name: String, _ bytes: [UInt8]) {
        for size in bytes.chunkSizes {
            #expect(Reading(bytes.chunks(of: size)) == Reading(rows: [], lines: []), "\(name), chunks of \(size)")
        }
    }

    @Test(arguments: ["a;b", "a;b\n", "a;b\r", "a;b\r\n", "\u{FEFF}a;b\r\n\r\n"])
    func `a header without rows is a row`(_ text: String) {
        let bytes = Array(text.utf8)
        let expected = Reading(rows: [["a", "b"]], lines: [1], delimiter: .semicolon)
        for size in bytes.chunkSizes {
            #expect(Reading(bytes.chunks(of: size)) == expected, "chunks of \(size)")
        }
    }

    @Test(arguments: CSVDelimiter.allCases)
    func `ten thousand columns`(_ delimiter: CSVDelimiter) {
        let fields = (0..<10_000).map(String.init)
        var writer = CSVWriter(delimiter: delimiter)
        writer.write(fields)
        writer.write([String](repeating: "", count: 10_000))
        let expected = Reading(
            rows: [fields, [String](repeating: "", count: 10_000)], lines: [1, 2], delimiter: delimiter)
        for size in [1000, 4096, writer.bytes.count] {
            #expect(Reading(writer.bytes.chunks(of: size)) == expected, "chunks of \(size)")
        }
    }

    @Test func `a million empty lines are no rows, and are counted`() throws {
        let reader = CSVReader()
        #expect(try reader.rows(in: Array("a,b\n".utf8)).count == 1)
        for _ in 0..<100 {
            #expect(try reader.rows(in: [UInt8](repeating: 0x0A, count: 10_000)).isEmpty)
        }
        let last = try reader.rows(in: Array("b\n".utf8))
        #expect(last.map(\.line) == [1_000_002])
    }

    @Test func `a header longer than a MiB comes through whole`() {
        let name = String(repeating: "é", count: (1 << 19) + 1)
        let bytes = Array("a;\(name)\n1;2\n".utf8)
        let expected = Reading(rows: [["a", name], ["1", "2"]], lines: [1, 2], delimiter: .semicolon)
        #expect(Reading(bytes.chunks(of: 65_521)) == expected)
    }

    @Test func `a row has at most 65,536 fields`() {
        let row = [UInt8](repeating: 0x2C, count: 65_535)
        let error = CSVError(kind: .tooManyFields(limit: 65_536), line: 2, column: nil)
        for size in [4093, 200_000] {
            let good = Reading((row + [0x0A] + row).chunks(of: size))
            #expect(good.rows.map(\.count) == [65_536, 65_536])
            #expect(good.error == nil)
            let bad = Reading((row + [0x0A, 0x2C] + row + [0x0A]).chunks(of: size))
            #expect(bad.rows.count == 1)
            #expect(bad.error == error)
        }
    }

    static let bombs: [(String, [UInt8])] = [
        ("one cell", [0x61]), ("one quoted cell", [0x22, 0x22]), ("cells", [0x61, 0x2C]),
    ]

    @Test(arguments: bombs)
    func `a row without end is found when it passes the limit`(_ name: String, _ unit: [UInt8]) {
        let limit = 1 << 16
        let reader = CSVReader(delimiter: .comma, maximumRowBytes: limit)
        let chunk = [UInt8](repeatElement(unit, count: 1 << 10).joined())
        var bytes = 0
        #expect(throws: CSVError(kind: .rowTooLong(limit: limit), line: 1, column: nil), "\(name)") {
            if name.contains("quoted") { _ = try reader.rows(in: [0x22]) }
            while bytes < 4 * limit {
                _ = try reader.rows(in: chunk)
                bytes += chunk.count
            }
        }
        #expect(bytes <= 2 * limit, "\(name)")
    }
}
