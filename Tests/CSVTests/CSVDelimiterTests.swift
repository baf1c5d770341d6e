import CSV
import Testing

@Suite struct CSVDelimiterTests {
    static let words: [(String, CSVDelimiter?)] = [
        (",", .comma), (";", .semicolon), ("tab", .tab), ("|", .pipe), ("\t", nil), ("comma", nil),
    ]

    @Test(arguments: words)
    func `a word names a delimiter`(_ word: String, _ delimiter: CSVDelimiter?) {
        #expect(CSVDelimiter(rawValue: word) == delimiter)
    }

    static let headers: [(String, CSVDelimiter)] = [
        ("a,b,c\n", .comma), ("a;b;c\n", .semicolon), ("a\tb\n", .tab), ("a|b\n", .pipe),
        ("a\n;;;;\n", .comma), ("\"\"\n;\n", .comma), ("", .comma), ("a", .comma),
        ("a;b", .semicolon), ("a;b\r1,2,3", .semicolon), ("a;b\r\n1,2,3", .semicolon),
        ("a,b;c\n", .comma), ("a;b,c\n", .comma), ("a|b\tc\n", .tab), ("a,b;c;d\n", .semicolon), ("a|b,c|d\n", .pipe),
        ("\"a,b,c\";d\n", .semicolon), ("\"a\"\",,\n\n,\"|b\n1,2,3\n", .pipe), ("\n\r\na\tb\n,,,\n", .tab),
        ("\u{FEFF}a;b\n", .semicolon), ("\u{FEFF}\"a,\";b\n", .semicolon),
    ]

    @Test(arguments: headers)
    func `the header line tells the delimiter at every chunk size`(_ text: String, _ delimiter: CSVDelimiter) {
        let bytes = Array(text.utf8)
        for size in bytes.chunkSizes {
            #expect(Reading(bytes.chunks(of: size)).delimiter == delimiter, "chunks of \(size)")
        }
    }

    @Test(arguments: CSVDelimiter.allCases)
    func `a given delimiter is used whatever the header says`(_ delimiter: CSVDelimiter) {
        let others = CSVDelimiter.allCases.filter { $0 != delimiter }
        let field = String(decoding: others.flatMap { [$0.byte, $0.byte] }, as: UTF8.self)
        let bytes = Array(field.utf8) + [delimiter.byte] + Array("b".utf8)
        let expected = Reading(rows: [[field, "b"]], lines: [1], delimiter: delimiter)
        #expect(Reading(bytes.chunks(of: 3), delimiter: delimiter) == expected)
    }

    @Test func `blank lines before the header don't count, however many`() {
        // More bytes than a header line is judged by.
        let breaks = (1 << 19) + 1
        let bytes = Array((String(repeating: "\r\n", count: breaks) + "a;b\n").utf8)
        let expected = Reading(rows: [["a", "b"]], lines: [breaks + 1], delimiter: .semicolon)
        #expect(Reading(bytes.chunks(of: 65_521)) == expected)
    }

    @Test func `a header without end is judged by its first MiB`() {
        let header = "a;b" + String(repeating: "c", count: 1 << 20)
        let bytes = Array((header + ",,,,\n").utf8)
        for size in [1 << 19, bytes.count] {
            #expect(Reading(bytes.chunks(of: size)).delimiter == .semicolon, "chunks of \(size)")
        }
    }
}
