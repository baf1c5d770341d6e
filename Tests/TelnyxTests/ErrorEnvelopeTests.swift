import Testing

@testable import Telnyx

@Suite struct ErrorEnvelopeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let errors: String
        let code: String
        let sentence: String

        init(_ errors: String, _ code: String, _ sentence: String) {
            self.errors = errors
            self.code = code
            self.sentence = sentence
        }

        var testDescription: String { errors }
    }

    static let cases = [
        Case(#"{"code":"1","title":"Title"}"#, "1", "Title."),
        Case(#"{"code":"1","title":"Title."}"#, "1", "Title."),
        Case(#"{"code":10011,"title":"Title"}"#, "10011", "Title."),
        Case(#"{"code":"1"}"#, "1", "Error 1."),
        Case(#"{"code":"","title":"Title"}"#, "http_400", "Title."),
        Case(#"{"code":""},{"code":"2"}"#, "2", "Error. Error 2."),
        Case(#"{"code":"1","title":null,"detail":null,"source":null,"meta":null}"#, "1", "Error 1."),
        Case(#"{"code":"1","title":"Title","detail":"Detail."}"#, "1", "Title: Detail."),
        Case(#"{"code":"1","title":"Title","detail":"Title"}"#, "1", "Title."),
        Case(#"{"code":"1","title":"Title","detail":""}"#, "1", "Title."),
        Case(#"{"code":"1","title":"Title","source":{}}"#, "1", "Title."),
        Case(#"{"code":"1","title":"Title","source":{"parameter":"to"}}"#, "1", "Title."),
        Case(#"{"code":"1","title":"A","detail":"B","source":{"pointer":"/to"}}"#, "1", "A: B (/to)."),
        Case(#"{"code":"1","title":"A\nB","detail":"C\r\nD\n"}"#, "1", "A B: C D."),
        Case(#"{"code":"1","title":"A\u0000B\u001b[31mC"}"#, "1", "A B [31mC."),
        Case(#"{"code":"1\u0000\u001b2","title":"A\u2028B\u202eC\u2029D"}"#, "1 2", "A B C D."),
        Case(#"{"code":"1","title":"A","source":{"pointer":"/a\nb"}}"#, "1", "A (/a b)."),
        Case(
            #"{"code":"1","title":"\#(String(repeating: "A", count: 501))"}"#, "1",
            String(repeating: "A", count: 500) + "."),
        Case(#"{"code":"1","title":"A","meta":{"url":"https://x","n":[1]},"extra":[]}"#, "1", "A."),
        Case(#"{"code":"1","title":"A"},{"code":"2","title":"B","detail":"C"}"#, "1", "A. B: C."),
    ]

    @Test(arguments: cases)
    func `errors are one code and one line`(_ test: Case) throws {
        let envelope = try #require(ErrorEnvelope(Array(#"{"errors":[\#(test.errors)]}"#.utf8)))
        #expect(envelope.reason(status: 400) == Outcome.Reason(code: test.code, sentence: test.sentence))
    }

    @Test(arguments: [
        "", "null", "[]", "{}", "\"errors\"", #"{"errors":null}"#, #"{"errors":{}}"#, #"{"errors":[]}"#,
        #"{"errors":["bad"]}"#, #"{"errors":[{"code":null,"title":"A"}]}"#, #"{"errors":[{"code":"1","title":"A"}"#,
        "<html>", "\u{FEFF}",
    ])
    func `what has no error with a code is no envelope`(_ text: String) {
        #expect(ErrorEnvelope(Array(text.utf8)) == nil)
    }

    @Test func `bytes that are no text are no envelope`() {
        #expect(ErrorEnvelope([0xFF, 0xFE, 0x00, 0x7B]) == nil)
    }
}
