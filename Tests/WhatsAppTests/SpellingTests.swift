import Testing

@testable import WhatsApp

/// The nearest right name, and paths.
@Suite struct SpellingTests {
    @Test(arguments: [
        (0, "digit", "0 digits"), (1, "digit", "1 digit"), (2, "digit", "2 digits"),
        (1, "row over all sections", "1 row over all sections"),
        (9, "row over all sections", "9 rows over all sections"),
    ])
    func `a count has its noun in the right number`(number: Int, noun: String, text: String) {
        #expect(number.counted(noun) == text)
    }

    @Test(
        arguments: [
            ("tempalte", "template"),
            ("Image", "image"),
            ("locaton", "location"),
            ("vidoe", "video"),
            ("txt", "text"),
            ("contact", "contacts"),
            ("picture", nil),
            ("x", nil),
            ("", nil),
        ] as [(String, String?)])
    func `the nearest name is found, unless none is near`(word: String, expected: String?) {
        let words = ["text", "template", "image", "video", "location", "contacts"]
        #expect(Spelling.nearest(to: word, among: words) == expected)
    }

    @Test(arguments: [
        ("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("vidoe", "video", 1),
        ("naïve", "naive", 1),
    ])
    func `the distance of two words is the slips between them`(left: String, right: String, distance: Int) {
        #expect(Spelling.distance(left, right) == distance)
        #expect(Spelling.distance(right, left) == distance)
    }

    @Test(
        arguments: [
            ([], "nothing"),
            (["a"], "'a'"),
            (["a", "b"], "'a' or 'b'"),
            (["a", "b", "c"], "'a', 'b' or 'c'"),
        ] as [([String], String)])
    func `alternatives are joined as in a sentence`(words: [String], sentence: String) {
        #expect(words.alternatives == sentence)
    }

    @Test func `a path can be read, and is a pointer too`() {
        let path: Path = "template.components[0].type"
        #expect(path == Path([.field("template"), .field("components"), .index(0), .field("type")]))
        #expect(path.description == "template.components[0].type")
        #expect(path.pointer == "/template/components/0/type")
        #expect(Path([.field("a/b~c")]).pointer == "/a~1b~0c")
        #expect(Path().description == "The message")
        #expect(Path().pointer == "")
    }
}
