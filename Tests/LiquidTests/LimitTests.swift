import Liquid
import Testing

/// Templates that would exhaust the stack, the memory or the time.
@Suite struct LimitTests {
    private static let tooLong = "The text is longer than 65536 bytes."

    @Test func `nesting has a limit`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "{% if true %}", count: depth) + String(repeating: "{% endif %}", count: depth)
        }
        #expect(mistakes(in: nested(50)) == [])
        #expect(mistakes(in: nested(51)) == ["650: Blocks are nested more than 50 deep."])
        #expect(mistakes(in: nested(100_000)) == ["650: Blocks are nested more than 50 deep."])
    }

    @Test func `long tests and chains are fine`() throws {
        let test = "true" + String(repeating: " and true", count: 20_000)
        #expect(try rendered("{% if \(test) %}yes{% endif %}") == "yes")
        let chain = String(repeating: " | upcase", count: 20_000)
        #expect(try rendered("{{ 'a'\(chain) }}") == "A")
    }

    @Test(arguments: [
        String(repeating: "{% assign x = x | append: x %}", count: 20),
        "{% assign y = x | replace: '', x %}",
        "{% assign y = x | append: x %}",
        "{{ x }}{{ x }}",
        "{% capture y %}{{ x }}{% endcapture %}{{ y }}",
    ])
    func `the output has a limit`(source: String) throws {
        #expect(try renderError(source, ["x": String(repeating: "x", count: 40_000)]) == Self.tooLong)
    }

    /// A text that shows little may not take long.
    @Test func `the work has a limit`() throws {
        let source = String(repeating: "{% assign y = x | escape %}", count: 20) + "{{ x | escape | upcase | size }}"
        let x = String(repeating: "x", count: 30_000)
        #expect(try renderError(source, ["x": x]) == "The filters of the text handle more than 1048576 bytes.")
        let chain = "{{ x" + String(repeating: " | upcase", count: 20) + " | truncate: 1 }}"
        #expect(try renderError(chain, ["x": x]) == "The filters of the text handle more than 1048576 bytes.")
        #expect(try rendered("{% assign y = x | escape %}{{ y | size }}", ["x": x]) == "30000")
    }

    @Test func `a cell has the same limit`() throws {
        #expect(try rendered("{{ x }}", ["x": String(repeating: "x", count: 65_536)]).utf8.count == 65_536)
        #expect(try renderError("{{ x }}", ["x": String(repeating: "x", count: 65_537)]) == Self.tooLong)
    }

    @Test func `a long cell can be cut`() throws {
        #expect(try rendered("{{ x | truncate: 3, '' }}", ["x": String(repeating: "x", count: 1_000_000)]) == "xxx")
    }

    @Test(arguments: ["{{ ", "{% ", "{{ '{{", "{% comment %}", "{% raw %}", "{%- {{- ", "{{ a | ", "'\""])
    func `huge nonsense is parsed in linear time`(part: String) {
        let source = String(repeating: part, count: 20_000)
        let elapsed = ContinuousClock().measure { _ = mistakes(in: source + "}}%}") }
        #expect(elapsed < .seconds(20))
    }
}
