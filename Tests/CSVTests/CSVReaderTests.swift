import CSV
import Testing

@Suite struct CSVReaderTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let rows: [[String]]
        let lines: [Int]

        init(_ name: String, _ text: String, _ rows: [[String]], lines: [Int]) {
            self.name = name
            self.text = text
            self.rows = rows
            self.lines = lines
        }

        var testDescription: String { name }
    }

    static let vectors = [
        Vector("simple", "a,b\n1,2\n3,4\n", [["a", "b"], ["1", "2"], ["3", "4"]], lines: [1, 2, 3]),
        Vector("no final line end", "a,b\n1,2", [["a", "b"], ["1", "2"]], lines: [1, 2]),
        Vector("no line end at all", "a", [["a"]], lines: [1]),
        Vector("no bytes", "", [], lines: []),
        Vector("only line ends", "\n\r\n\r", [], lines: []),
        Vector("CR LF", "a,b\r\n1,2\r\n3,4\r\n", [["a", "b"], ["1", "2"], ["3", "4"]], lines: [1, 2, 3]),
        Vector("lone CR", "a,b\r1,2\r3,4", [["a", "b"], ["1", "2"], ["3", "4"]], lines: [1, 2, 3]),
        Vector(
            "line ends of all kinds", "a\r\rb\n\rc\r\n\nd\r\n\r\ne", [["a"], ["b"], ["c"], ["d"], ["e"]],
            lines: [1, 3, 5, 7, 9]
        ),
        Vector("quotes", "\"a\",\"b c\"\n\"1\",2", [["a", "b c"], ["1", "2"]], lines: [1, 2]),
        Vector("delimiters in quotes", "a,b\n\"1,2\",\";\t|\"\n", [["a", "b"], ["1,2", ";\t|"]], lines: [1, 2]),
        Vector("escaped quotes", "a,b\n\"say \"\"hi\"\"\",\"\"", [["a", "b"], ["say \"hi\"", ""]], lines: [1, 2]),
        Vector("nothing but escaped quotes", "a\n\"\"\"\"\"\"\n", [["a"], ["\"\""]], lines: [1, 2]),
        Vector(
            "LF in quotes", "a,b\n\"1\n\n2\",3\n4,5", [["a", "b"], ["1\n\n2", "3"], ["4", "5"]], lines: [1, 2, 5]),
        Vector("CR LF in quotes", "a\r\n\"1\r\n2\"\r\n3\r\n", [["a"], ["1\r\n2"], ["3"]], lines: [1, 2, 4]),
        Vector("lone CR in quotes", "a\n\"1\r2\r\"\n3", [["a"], ["1\r2\r"], ["3"]], lines: [1, 2, 5]),
        Vector(
            "CR and LF apart", "a,b\n\"1\r\",\"\n2\"\n\"\r\"\"\n\",3\n4",
            [["a", "b"], ["1\r", "\n2"], ["\r\"\n", "3"], ["4"]], lines: [1, 2, 5, 8]
        ),
        Vector("line ends in the header", "\"a\nb\",c\n1,2", [["a\nb", "c"], ["1", "2"]], lines: [1, 3]),
        Vector("UTF-8", "naïve,名前\n😀👩‍👩‍👧,é\n", [["naïve", "名前"], ["😀👩‍👩‍👧", "é"]], lines: [1, 2]),
        Vector("byte order mark", "\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]], lines: [1, 2]),
        Vector("byte order mark and quotes", "\u{FEFF}\"a\"\n\u{FEFF}1", [["a"], ["\u{FEFF}1"]], lines: [1, 2]),
        Vector(
            "empty fields", ",\n,,\na,,b\n", [["", ""], ["", "", ""], ["a", "", "b"]], lines: [1, 2, 3]
        ),
        Vector("empty last field", "a,b\n1,", [["a", "b"], ["1", ""]], lines: [1, 2]),
        Vector("quoted and empty", "a\n\"\"\n\"\",\"\"\n\"\"", [["a"], [""], ["", ""], [""]], lines: [1, 2, 3, 4]),
        Vector("ragged", "a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]], lines: [1, 2, 3]),
        Vector(
            "blank lines", "\n\na,b\n\n1,2\n\n\n3,4\n\n", [["a", "b"], ["1", "2"], ["3", "4"]], lines: [3, 5, 8]
        ),
        Vector("blank lines in CR LF", "\r\na\r\n\r\n\r\n1\r\n", [["a"], ["1"]], lines: [2, 5]),
        Vector("blank lines, one column", "a\n\n1\n \n2", [["a"], ["1"], [" "], ["2"]], lines: [1, 3, 4, 5]),
        Vector(
            "spaces and tabs", "x,y\n a ,\tb\t\n\" 1 \",  \n", [["x", "y"], [" a ", "\tb\t"], [" 1 ", "  "]],
            lines: [1, 2, 3]
        ),
    ]

    @Test(arguments: vectors)
    func `rows, fields and lines are the same at every chunk size`(_ vector: Vector) {
        let bytes = Array(vector.text.utf8)
        let expected = Reading(rows: vector.rows, lines: vector.lines)
        for size in bytes.chunkSizes {
            #expect(Reading(bytes.chunks(of: size)) == expected, "chunks of \(size)")
        }
    }

    @Test func `a row gives its fields as text and as bytes`() throws {
        let reader = CSVReader()
        let rows = try reader.rows(in: Array("x,y\n\"é\"\"\",,\nz".utf8))
        let row = try #require(rows.last)
        #expect(row.count == 3)
        #expect(row.line == 2)
        #expect(row.string(at: 0) == "é\"")
        #expect(Array(row.bytes(at: 0)) == Array("é\"".utf8))
        #expect(row.strings == ["é\"", "", ""])
    }

    @Test func `a batch outlives the reader's next chunk`() throws {
        let reader = CSVReader()
        let first = try reader.rows(in: Array("a,b\n1,2\n3".utf8))
        let second = try reader.rows(in: Array(",4\n5,6\n".utf8))
        #expect(first.map(\.strings) == [["a", "b"], ["1", "2"]])
        #expect(second.map(\.strings) == [["3", "4"], ["5", "6"]])
    }

    @Test(arguments: [255, 256, 1000])
    func `more line breaks than a byte can count`(_ breaks: Int) {
        let quoted = String(repeating: "\n", count: breaks)
        let reading = Reading([Array("a\n\"\(quoted)\"\nb".utf8)])
        #expect(reading == Reading(rows: [["a"], [quoted], ["b"]], lines: [1, 2, breaks + 3]))
    }
}
