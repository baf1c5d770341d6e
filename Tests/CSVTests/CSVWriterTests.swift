import CSV
import Testing

@Suite struct CSVWriterTests {
    static let rows: [([String], String)] = [
        (["a", "b"], "a,b\n"), (["a"], "a\n"), ([], ""), ([""], "\"\"\n"), (["", ""], ",\n"),
        (["a", "", ""], "a,,\n"),
        (["a,b", "c"], "\"a,b\",c\n"), (["a;b\tc|d", ""], "a;b\tc|d,\n"),
        (["say \"hi\""], "\"say \"\"hi\"\"\"\n"), (["\""], "\"\"\"\"\n"),
        (["a\nb", "a\rb", "a\r\nb"], "\"a\nb\",\"a\rb\",\"a\r\nb\"\n"),
        ([" a", "a ", "\ta", "a\t", " ", "a b\tc"], "\" a\",\"a \",\"\ta\",\"a\t\",\" \",a b\tc\n"),
        (["naïve", "名前 😀"], "naïve,名前 😀\n"),
        (["\u{FEFF}a", "a\u{FEFF}", "ﬀ"], "\"\u{FEFF}a\",a\u{FEFF},ﬀ\n"),
    ]

    @Test(arguments: rows)
    func `quotes stand only where they are needed`(_ fields: [String], _ text: String) {
        var writer = CSVWriter()
        writer.write(fields)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    }

    @Test(arguments: CSVDelimiter.allCases)
    func `only the writer's own delimiter is quoted`(_ delimiter: CSVDelimiter) {
        var writer = CSVWriter(delimiter: delimiter)
        let separator = String(decoding: [delimiter.byte], as: UTF8.self)
        for other in [",", ";", "|"] { writer.append("a\(other)b") }
        writer.endRow()
        let fields = [",", ";", "|"].map { $0 == separator ? "\"a\($0)b\"" : "a\($0)b" }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == fields.joined(separator: separator) + "\n")
    }

    static let plainTexts: [(String, String)] = [
        ("=1+1", "'=1+1\n"), ("+15005550000", "'+15005550000\n"), ("-1", "'-1\n"), ("@SUM(A1)", "'@SUM(A1)\n"),
        ("\t=1", "'\t=1\n"), ("\r=1", "\"'\r=1\"\n"), ("\n=1", "\"'\n=1\"\n"), ("\r\n=1", "\"'\r\n=1\"\n"),
        ("＝1", "'＝1\n"), ("=\u{301}1", "'=\u{301}1\n"), ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"\n"),
        ("No = here.", "No = here.\n"), (" =1", "\" =1\"\n"), ("'=1", "'=1\n"), ("", "\"\"\n"),
    ]

    @Test(arguments: plainTexts)
    func `plain text is never a formula`(_ text: String, _ line: String) {
        var writer = CSVWriter()
        writer.append(plainText: text)
        writer.endRow()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == line)
    }

    @Test func `other fields stay as they are, whatever they begin with`() {
        var writer = CSVWriter()
        writer.write(["=1+1", "+15005550000", "-1", "@a"])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "=1+1,+15005550000,-1,@a\n")
    }

    @Test func `a row that was read goes out with more fields behind it`() throws {
        let rows = try CSVReader(delimiter: .semicolon).rows(in: Array("\"a;b\";\"1,2\";\" é\"\"\";\n\"\"\n".utf8))
        var writer = CSVWriter()
        for row in rows {
            for index in 0..<row.count { writer.append(row, at: index) }
            writer.append("x,y")
            writer.append(row, at: 0)
            writer.endRow()
        }
        let text = "a;b,\"1,2\",\" é\"\"\",,\"x,y\",a;b\n,\"x,y\",\n"
        #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    }

    @Test func `rows gather until they are removed`() {
        var writer = CSVWriter()
        writer.write(["a", "b"])
        writer.write([""])
        #expect(writer.bytes == Array("a,b\n\"\"\n".utf8))
        writer.removeAll()
        #expect(writer.bytes == [])
        writer.write([""])
        writer.write(["c"])
        #expect(writer.bytes == Array("\"\"\nc\n".utf8))
    }
}
