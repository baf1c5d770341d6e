import CSV
import Testing

@Suite struct CSVErrorTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let error: CSVError.Kind
        let line: Int
        let column: Int?
        /// The rows before it.
        let rows: [[String]]

        init(
            _ name: String, _ bytes: [UInt8], _ error: CSVError.Kind, at line: Int, _ column: Int?,
            rows: [[String]] = []
        ) {
            self.name = name
            self.bytes = bytes
            self.error = error
            self.line = line
            self.column = column
            self.rows = rows
        }

        init(
            _ name: String, _ text: String, _ error: CSVError.Kind, at line: Int, _ column: Int?, rows: [[String]] = []
        ) {
            self.init(name, Array(text.utf8), error, at: line, column, rows: rows)
        }

        var testDescription: String { name }
    }

    /// Rows of at most ten bytes.
    static let limit = 10

    static let encodings = [
        Fault("Latin-1", Array("a\né,".utf8) + [0xE9, 0x2C], .notUTF8, at: 2, 3, rows: [["a"]]),
        Fault("first byte", [0x80, 0x61, 0x62], .notUTF8, at: 1, 1),
        Fault("behind a mark", [0xEF, 0xBB, 0xBF, 0x61, 0xFF], .notUTF8, at: 1, 2),
        Fault("half a mark", [0xEF, 0xBB], .notUTF8, at: 1, 1),
        Fault("cut off at the end", Array("a\nb".utf8) + [0xF0, 0x9F, 0x98], .notUTF8, at: 2, 2, rows: [["a"]]),
        Fault("cut off by text", [0x61, 0x0A, 0xE2, 0x82, 0x61], .notUTF8, at: 2, 1, rows: [["a"]]),
        Fault("cut off by the end of a field", [0x61, 0xC3, 0x2C, 0xA9, 0x0A], .notUTF8, at: 1, 2),
        Fault("too long a form", [0x61, 0x0A, 0xC0, 0x80], .notUTF8, at: 2, 1, rows: [["a"]]),
        Fault("surrogate", [0x61, 0x0A, 0xED, 0xA0, 0x80], .notUTF8, at: 2, 1, rows: [["a"]]),
        Fault("in quotes, behind CR LF", Array("a\r\n\"é\r\né".utf8) + [0xFF], .notUTF8, at: 3, 2, rows: [["a"]]),
        Fault("behind CR", Array("a\rb\r".utf8) + [0xFF], .notUTF8, at: 3, 1, rows: [["a"], ["b"]]),
        Fault("behind blank lines", Array("a\r\n\r\n\n".utf8) + [0xFF], .notUTF8, at: 4, 1, rows: [["a"]]),
        Fault("before NUL", Array("a\n".utf8) + [0xFF, 0x00], .notUTF8, at: 2, 1, rows: [["a"]]),
        Fault("NUL", "a\nbé\0c\n", .nul, at: 2, 3, rows: [["a"]]),
        Fault("NUL before what is not UTF-8", [0x61, 0x0A, 0x00, 0xFF], .nul, at: 2, 1, rows: [["a"]]),
        Fault("UTF-16 without a mark", [0x61, 0x00, 0x0A, 0x00], .nul, at: 1, 2),
    ]

    static let quotes = [
        Fault("in a field", "a\nb,c\"d", .quoteInUnquotedField, at: 2, 4, rows: [["a"]]),
        Fault("behind a space", "a\né \"b\"\n", .quoteInUnquotedField, at: 2, 3, rows: [["a"]]),
        Fault("behind line breaks", "a\n\"\r\n\r\",b\"", .quoteInUnquotedField, at: 4, 4, rows: [["a"]]),
        Fault("in the header", "a\"b\nc\n", .quoteInUnquotedField, at: 1, 2),
        Fault("before NUL", "a\nb\"\0", .quoteInUnquotedField, at: 2, 2, rows: [["a"]]),
        Fault("text", "a\n\"b\"c\n", .textAfterClosingQuote, at: 2, 4, rows: [["a"]]),
        Fault("space", "a\n\"\n\"\"\" ,b", .textAfterClosingQuote, at: 3, 4, rows: [["a"]]),
        Fault("other delimiter", "a,b\n\"b\";c\n", .textAfterClosingQuote, at: 2, 4, rows: [["a", "b"]]),
        Fault("open", "a\nb,\"c", .unclosedQuote, at: 2, 3, rows: [["a"]]),
        Fault("open, nothing behind it", "a\n\"", .unclosedQuote, at: 2, 1, rows: [["a"]]),
        Fault("open in the header", "é,\"b\nc\n", .unclosedQuote, at: 1, 3),
        Fault("open behind a mark", "\u{FEFF}\"b", .unclosedQuote, at: 1, 1),
        Fault("open over lines", "a\n\"b\",é,\"c\n\r\nd\n", .unclosedQuote, at: 2, 7, rows: [["a"]]),
        Fault("open behind line breaks", "a\n\"\r\n\n\",\"c", .unclosedQuote, at: 4, 3, rows: [["a"]]),
        Fault("open, escaped quote first", "a\n\"\"\"b", .unclosedQuote, at: 2, 1, rows: [["a"]]),
        Fault("open, escaped quotes last", "a\nb,\"c\"\"\"\"", .unclosedQuote, at: 2, 3, rows: [["a"]]),
        Fault("open behind empty fields", "a\n\"\",\"\"\"\",\"b", .unclosedQuote, at: 2, 9, rows: [["a"]]),
    ]

    static let lengths = [
        Fault("one field", "a\n0123456789\n", .rowTooLong(limit: limit), at: 2, nil, rows: [["a"]]),
        Fault("many fields", "a\n1,2,3,4,5,6\n", .rowTooLong(limit: limit), at: 2, nil, rows: [["a"]]),
        Fault("many empty fields", "a\n,,,,,,,,,,\n", .rowTooLong(limit: limit), at: 2, nil, rows: [["a"]]),
        Fault("over lines", "a\n\n\"\n\n\n\n\n\n\n\n\n\n\"\n", .rowTooLong(limit: limit), at: 3, nil, rows: [["a"]]),
        Fault("never closed", "a\n\"0123456789abc", .rowTooLong(limit: limit), at: 2, nil, rows: [["a"]]),
        Fault("before a bad quote", "a\n0123456789ab\"", .rowTooLong(limit: limit), at: 2, nil, rows: [["a"]]),
        Fault("before NUL", "a\n0123456789ab\0", .rowTooLong(limit: limit), at: 2, nil, rows: [["a"]]),
        Fault("header", "0123456789ab\nc", .rowTooLong(limit: limit), at: 1, nil),
        Fault("at the end of the file", "a\n0123456789", .rowTooLong(limit: limit), at: 2, nil, rows: [["a"]]),
    ]

    @Test(arguments: encodings + quotes + lengths)
    func `kind, line and column are the same at every chunk size`(_ fault: Fault) {
        let error = CSVError(kind: fault.error, line: fault.line, column: fault.column)
        for size in fault.bytes.chunkSizes {
            let reading = Reading(fault.bytes.chunks(of: size), maximumRowBytes: Self.limit)
            #expect(reading.error == error, "chunks of \(size)")
            #expect(reading.rows == fault.rows, "chunks of \(size)")
        }
    }

    @Test(arguments: ["a\n012345678\n", "a\n\"012345678\"", "\"0\"\"2345678\"\n", "1,2,3,4,5\n", ",,,,,,,,,"])
    func `a row of exactly the limit is read`(_ text: String) {
        let bytes = Array(text.utf8)
        for size in bytes.chunkSizes {
            #expect(Reading(bytes.chunks(of: size), maximumRowBytes: Self.limit).error == nil, "chunks of \(size)")
        }
    }

    @Test func `a row is found too long before it ends`() {
        let reader = CSVReader(delimiter: .comma, maximumRowBytes: 1 << 16)
        let chunk = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 14)
        var chunks = 0
        #expect(throws: CSVError(kind: .rowTooLong(limit: 1 << 16), line: 1, column: nil)) {
            while chunks < 100 {
                _ = try reader.rows(in: chunk)
                chunks += 1
            }
        }
        #expect(chunks == 4)
    }

    static let secondLines: [([UInt8], CSVError.Kind)] = [
        (Array("b\"c".utf8), .quoteInUnquotedField), ([0x62, 0x00, 0x63], .nul), ([0x62, 0xFF, 0x63], .notUTF8),
        ([0x62, 0xE2, 0x82, 0x63], .notUTF8),
    ]

    @Test(arguments: secondLines)
    func `an error comes after the rows before it, and comes again`(_ line: [UInt8], _ kind: CSVError.Kind) throws {
        let reader = CSVReader()
        let error = CSVError(kind: kind, line: 2, column: 2)
        #expect(try reader.rows(in: Array("a\n".utf8) + line).map(\.strings) == [["a"]])
        #expect(throws: error) { try reader.rows(in: Array("c\n".utf8)) }
        #expect(throws: error) { try reader.finish() }
    }

    @Test(arguments: [
        CSVError.Kind.notUTF8, .otherEncoding(.utf8), .otherEncoding(.utf16), .noByteOrderMark, .notUTF16, .cutOff,
        .notWindows1252, .nul, .quoteInUnquotedField, .textAfterClosingQuote, .unclosedQuote,
        .rowTooLong(limit: limit), .tooManyFields(limit: limit), .outOfMemory,
    ])
    func `a message is sentences without a place`(_ kind: CSVError.Kind) {
        let message = CSVError(kind: kind, line: 77, column: 88).message
        #expect(message.wholeMatch(of: /([A-Z][^.]+\.) ([A-Z][^.]+\.)/) != nil, "\(message)")
        #expect(!message.contains("77") && !message.contains("88"))
    }
}
