import Testing

@testable import WhatsApp

/// The regular expressions of the schema accept what the program accepts.
@Suite struct PatternTests {
    @Test(
        arguments: [
            (
                .plain,
                ["20 * 3 * 4", "a*b*", "* a *", "*", "**", "snake_case_name", "2*3*4", "*bold*", "a _b_.", "~x~"]
            ),
            (.plain, ["Card ****1234", "Hotel ****", "Name: ____", "**bold**", "a **b", "*a* b", "* *a", "*_*"]),
            (
                .plain,
                ["ends *here*", "***", "*a", "*a\nb*", "é*a*é", "`code`", "_a *b_", "Цена_за_шт", "Цена *за* шт"]
            ),
            (.templateValue, ["a    b", "a     b", "a\nb", "a\tb", "é", "Hi "]),
            (
                .url,
                [
                    "https://example.com", "HTTP://a.b:80/c?d#e", "https://münchen.de/ä", "https://localhost",
                    "ftp://a.b",
                ]
            ),
            (
                .url,
                [
                    "https://a..b", "https://.a", "https://-a.b", "https://a.b.", "https://a.b:65535",
                    "https://a.b:65536",
                ]
            ),
            (
                .url,
                [
                    "https://a.b:0080", "https://a.b:", "https://a.b:x", "https://u@a.b", "https://a_b.c/d",
                    "https://a b",
                ]
            ),
            (
                .url,
                ["https://", "https:///x", "https://a.b/<", "https://a.b/|", "https://a.b/\u{A0}", "https://a.b\\c"]
            ),
            (
                .namedURL,
                ["https://example.com:8080/x", "https://localhost/a.b", "https://10.0.0.1", "https://1.2.3.4:5/a"]
            ),
            (.namedURL, ["https://1a.2", "https://a.b?c", "https://a?b.c"]),
            (.templateName, ["spring_2026", "Spring", "a-b"]),
            (.languageCode, ["en", "pt_BR", "fil", "pt-BR", "EN", "en_", "e"]),
            (.alphanumeric, ["A1z", "A 1"]), (.digits, ["007", "1.0"]), (.currencyCode, ["EUR", "eur", "EURO"]),
            (
                .decimal(-90...90),
                ["0", "90", "90.0", "90.01", "-90", "-90.1", "91", "089.9", "+41.88", "9.", ".9", "1e1"]
            ),
            (.decimal(-180...180), ["179.999", "180", "181", "-100", "-200", "1234", "--1"]),
            (.date, ["2024-02-29", "2024-02-30", "2024-04-31", "2024-12-31", "2024-13-01", "2024-1-1", "24-01-01"]),
            (.trimmed, ["a b", "a", " a", "a\n"]), (.lineBreaks(2), ["a\nb\nc", "a\nb\nc\nd"]),
        ] as [(TextFormat, [String])])
    func `a pattern agrees with the rule`(format: TextFormat, texts: [String]) throws {
        let pattern = try Regex(#require(format.pattern)).matchingSemantics(.unicodeScalar)
        for text in texts { #expect(text.contains(pattern) == (format.problem(in: text) == nil), "\(text)") }
    }

    @Test(
        arguments: [
            (0...9, "^([0-9])$"), (8...120, "^([8-9]|[1-9][0-9]|1[0-1][0-9]|120)$"), (7...7, "^(7)$"),
            (Moment.range, "^([1-9][0-9]{12}|[1-9][0-9]{13})$"), (-5...5, "^(0|-?[1-9][0-9]*)$"),
        ])
    func `a pattern spells whole numbers`(range: ClosedRange<Int>, pattern: String) {
        #expect(range.pattern == pattern)
    }

    /// All numbers in and around some ranges.
    @Test(arguments: [0...0, 0...89, 5...12, 10...1000, 99...101, 123...4567])
    func `a pattern accepts just the range`(range: ClosedRange<Int>) throws {
        let pattern = try Regex(range.pattern)
        let accepted = (0...11_000).filter { "\($0)".wholeMatch(of: pattern) != nil }
        #expect(accepted == Array(range))
    }
}
