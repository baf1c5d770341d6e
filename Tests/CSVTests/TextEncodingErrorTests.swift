import CSV
import Testing

@Suite struct TextEncodingErrorTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let encoding: TextEncoding?
        let error: CSVError
        /// The rows before it.
        let rows: [[String]]

        init(
            _ name: String, _ bytes: [UInt8], _ encoding: TextEncoding?, _ kind: CSVError.Kind, at line: Int,
            _ column: Int, rows: [[String]] = []
        ) {
            self.name = name
            self.bytes = bytes
            self.encoding = encoding
            error = CSVError(kind: kind, line: line, column: column)
            self.rows = rows
        }

        var testDescription: String { name }
    }

    static let marks = [
        Fault("UTF-16 as UTF-8, little end first", [0xFF, 0xFE, 0x61, 0x00], .utf8, .otherEncoding(.utf16), at: 1, 1),
        Fault("UTF-16 as UTF-8, big end first", [0xFE, 0xFF, 0x00, 0x61], .utf8, .otherEncoding(.utf16), at: 1, 1),
        Fault("nothing but the mark of UTF-16", [0xFF, 0xFE], .utf8, .otherEncoding(.utf16), at: 1, 1),
        Fault("UTF-16 as windows-1252", [0xFF, 0xFE, 0x61, 0x00], .windows1252, .otherEncoding(.utf16), at: 1, 1),
        Fault("UTF-8 as windows-1252", [0xEF, 0xBB, 0xBF, 0x61], .windows1252, .otherEncoding(.utf8), at: 1, 1),
        Fault("UTF-8 as UTF-16", [0xEF, 0xBB, 0xBF, 0x61], .utf16, .otherEncoding(.utf8), at: 1, 1),
        Fault("UTF-16 without a mark", [0x61, 0x00, 0x0A, 0x00], .utf16, .noByteOrderMark, at: 1, 1),
        Fault("half a mark", [0xFF], .utf16, .noByteOrderMark, at: 1, 1),
        Fault("half a mark, nothing given", [0xFF], nil, .notUTF8, at: 1, 1),
        Fault("UTF-16 without a mark, nothing given", [0x61, 0x00, 0x0A, 0x00], nil, .nul, at: 1, 2),
        Fault("windows-1252, nothing given", [0x61, 0x0A, 0x62, 0xE9], nil, .notUTF8, at: 2, 2, rows: [["a"]]),
    ]

    static let windows1252 = [0x81, 0x8D, 0x8F, 0x90, 0x9D].map { (byte: UInt8) in
        Fault(
            "\(byte) in windows-1252", [0x61, 0x0D, 0x0A, 0x80, byte, 0x0A], .windows1252, .notWindows1252, at: 2, 2,
            rows: [["a"]])
    }

    static func utf16(
        _ name: String, _ units: [UInt16], _ kind: CSVError.Kind, at line: Int, _ column: Int, rows: [[String]] = []
    ) -> [Fault] {
        UTF16Order.allCases.map {
            Fault("\(name), \($0)", $0.bytes([0xFEFF] + units), nil, kind, at: line, column, rows: rows)
        }
    }

    static let surrogates = [
        utf16("lead before text", [0x61, 0x0A, 0xE9, 0xD83D, 0x62, 0x0A], .notUTF16, at: 2, 2, rows: [["a"]]),
        utf16("lead before a pair", [0x61, 0x0A, 0xD83D, 0xD83D, 0xDE00], .notUTF16, at: 2, 1, rows: [["a"]]),
        utf16("trail", [0x61, 0x0A, 0xD83D, 0xDE00, 0xDE00], .notUTF16, at: 2, 2, rows: [["a"]]),
        utf16("trail at the beginning", [0xDE00], .notUTF16, at: 1, 1),
        utf16("lead at the end", [0x61, 0x0A, 0xD83D], .cutOff, at: 2, 1, rows: [["a"]]),
        utf16("trail in the header, in quotes", [0x22, 0x0A, 0xDC00], .notUTF16, at: 2, 1),
        utf16("NUL", [0x61, 0x0A, 0xD83D, 0xDE00, 0x00], .nul, at: 2, 2, rows: [["a"]]),
        utf16("bad quote before it", [0x61, 0x22, 0xD83D, 0x61], .quoteInUnquotedField, at: 1, 2),
        utf16("open quote", [0x61, 0x0A, 0xD83D, 0xDE00, 0x2C, 0x22], .unclosedQuote, at: 2, 3, rows: [["a"]]),
    ].flatMap(\.self)

    static let odd = [
        Fault("half a unit", [0xFF, 0xFE, 0x61, 0x00, 0x0A], nil, .cutOff, at: 1, 2),
        Fault("half a unit behind a line", [0xFE, 0xFF, 0, 0x61, 0, 0x0A, 0], nil, .cutOff, at: 2, 1, rows: [["a"]]),
        Fault("three quarters of a pair", [0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x3D, 0xDE], nil, .cutOff, at: 1, 2),
    ]

    @Test(arguments: marks + windows1252 + surrogates + odd)
    func `kind, line and column are the same at every chunk size`(_ fault: Fault) {
        for size in fault.bytes.chunkSizes {
            let reading = Reading(fault.bytes.chunks(of: size), encoding: fault.encoding)
            #expect(reading.error == fault.error, "chunks of \(size)")
            #expect(reading.rows == fault.rows, "chunks of \(size)")
        }
    }

    @Test func `what is not UTF-8 names the way out`() {
        #expect(CSVError(kind: .notUTF8, line: 1, column: 1).message.contains("--encoding windows-1252"))
    }
}
