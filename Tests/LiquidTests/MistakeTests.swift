import Liquid
import Testing

/// What is wrong with a template, where, and that all of it is told.
@Suite struct MistakeTests {
    @Test(arguments: [
        ("ü {{ a", "3: '{{' is not closed by '}}'."),
        ("{% if a", "0: '{%' is not closed by '%}'."),
        ("{{ a {{ a }}", "0: '{{' is not closed by '}}'."),
        ("{{1}}", "2: This would show the number itself to everybody. Write the name of a column instead."),
        ("{{ }}", "3: There is nothing to show here."),
        ("{% echo %}", "8: There is nothing to show here."),
        ("{{ a b }}", "5: Unexpected 'b'."),
        ("{{ | upcase }}", "3: Expected a value instead of '|'."),
        ("{{ 'a }}", "3: The text that starts here is not closed by '."),
        ("{{ “a” }}", "3: Unexpected '“'. Quote text with ' or \"."),
        ("{% if not a %}{% endif %}", "6: There is no 'not'. Use unless, or compare the value with nil."),
        ("{{ a * 2 }}", "5: Unexpected '*'. It has no meaning here."),
        ("{{ 99999999999999999999 }}", "3: This number is too large."),
        ("{{ (1..3) }}", "3: Unexpected '('. Brackets and ranges are not available in message templates."),
    ])
    func `a mistake in an output has a place and a reason`(source: String, mistake: String) {
        #expect(mistakes(in: source, columns: ["a"]) == [mistake])
    }

    @Test(arguments: [
        ("{{ a | capitalise }}", "7: There is no filter 'capitalise'. Did you mean 'capitalize'?"),
        ("{{ a | frobnicate }}", "7: There is no filter 'frobnicate'."),
        ("{{ a | split: ',' }}", "7: 'split' is for lists, which are not available in message templates."),
        ("{{ a | upcase: 1 }}", "7: 'upcase' takes no arguments, not 1."),
        ("{{ a | append }}", "7: 'append' takes one argument, not 0."),
        ("{{ a | replace_last: 'x' }}", "7: 'replace_last' takes two arguments, not 1."),
        ("{{ a | replace: 1, 2, 3 }}", "7: 'replace' takes one or two arguments, not 3."),
        ("{{ a | truncate: 1, 2, 3 }}", "7: 'truncate' takes at most two arguments, not 3."),
        ("{{ a | round: 1, 2 }}", "7: 'round' takes at most one argument, not 2."),
        ("{{ a | append: x: 1 }}", "15: 'append' has no option 'x'."),
        ("{{ a | }}", "7: Expected a filter instead of the end."),
        ("{{ a | default 'x' }}", "15: A colon is missing behind 'default'."),
        ("{{ a | append: }}", "15: Expected a value instead of the end."),
    ])
    func `a mistake in a filter has a place and a reason`(source: String, mistake: String) {
        #expect(mistakes(in: source, columns: ["a"]) == [mistake])
    }

    private static let neverEmpty = "A cell without text is nil, never an empty text. Compare it with blank."

    /// What was assigned may be any value.
    @Test func `only cells are text or nil`() {
        let source =
            "{% assign b = a | strip %}{% if b == '' or b == true %}{% endif %}{% if a contains '' %}{% endif %}"
        #expect(mistakes(in: source, columns: ["a"]) == [])
        #expect(mistakes(in: "{% assign a = a | strip %}{% if a == '' %}{% endif %}", columns: ["a"]) == [])
    }

    /// What goes wrong in every row is found without one.
    @Test(arguments: [
        ("{{ a | date: '%Q' }}", "7: 'date' does not know the directive '%Q'."),
        ("{{ now | date: '%d %Q' }}", "9: 'date' does not know the directive '%Q'."),
        ("{{ a | truncate: 'x' }}", "7: 'truncate' needs a whole number instead of 'x'."),
        ("{{ a | upcase | slice: 0, '1.5' }}", "16: 'slice' needs a whole number instead of '1.5'."),
        ("{{ a | plus: nil }}", "7: 'plus' needs a number instead of an empty value."),
        ("{{ a | divided_by: 0 }}", "7: 'divided_by' cannot divide by zero."),
        ("{{ a | modulo: 0.0 }}", "7: 'modulo' cannot divide by zero."),
        ("{{ 5 | minus: 5 | divided_by: 0 }}", "18: 'divided_by' cannot divide '0' by zero."),
        ("{{ 'x' | append: 'y' | times: 2 }}", "23: 'times' needs a number instead of 'xy'."),
        ("{{ 'soon' | date: '%F' }}", "12: 'date' cannot read the date 'soon'. Write it like 2026-12-31."),
        ("{{ today | plus: 1 }}", "11: 'plus' needs a number instead of '2026-01-01'."),
        ("{% assign b = 'x' | abs %}", "20: 'abs' needs a number instead of 'x'."),
        ("{% if 'x' > 5 %}{% endif %}", "10: 'x' cannot be compared with '5'."),
        ("{% if a == 1 and 5 <= 'x' %}{% endif %}", "19: 'x' cannot be compared with '5'."),
        ("{% if a == true %}{% endif %}", "8: A cell is text, never true. Write 'true' in quotes."),
        ("{% unless false != a %}{% endunless %}", "16: A cell is text, never false. Write 'false' in quotes."),
        ("{% if row['a'] != '' %}{% endif %}", "15: \(neverEmpty)"),
        ("{% if empty == a %}{% endif %}", "12: \(neverEmpty)"),
        ("{% case a %}{% when 'x', '' %}{% endcase %}", "25: \(neverEmpty)"),
    ])
    func `what goes wrong in every row is found without one`(source: String, mistake: String) {
        #expect(mistakes(in: source, columns: ["a"]) == [mistake])
        #expect(mistakes(in: source, columns: ["a"], mode: .lenient) == [])
    }

    /// A word of the language hides no column.
    @Test(arguments: ["empty", "blank", "nil", "true"]) func `a word of the language hides no column`(word: String)
        throws
    {
        let names = Names(columns: [word])
        #expect(throws: Mistakes.self) { try Template(parsing: "{{ \(word) }}", names: names) }
        #expect(throws: Mistakes.self) { try Condition(parsing: word, names: names) }
        _ = try Template(parsing: "{{ row[\"\(word)\"] }}", names: names)
        _ = try Template(parsing: "{{ \(word) }}", names: names, mode: .lenient)
    }

    /// Each filter makes the text longer by a third: what is tried once is no longer than what is rendered.
    @Test func `what is too long in every row is found without one`() {
        let filters = String(repeating: " | base64_encode", count: 100)
        #expect(mistakes(in: "{{ 'abc'\(filters) }}").count == 1)
        #expect(mistakes(in: "{{ 'abc'\(filters) }}").first?.hasSuffix("The text is longer than 65536 bytes.") == true)
    }

    @Test(arguments: [
        "{{ a | plus: 9223372036854775807 }}", "{{ a | date: '' }}", "{{ a | round: nil }}", "{{ a | date: a }}",
        "{{ a | truncate: 5, 'x' | plus: 1 }}", "{{ now | date: '%j' | plus: 1 }}", "{{ a | default: 'x' | plus: 1 }}",
        "{% assign now = a %}{{ now | plus: 1 }}", "{% assign b = 0 %}{{ a | divided_by: b }}",
        "{% if a > 5 %}{% elsif 'a' > 'b' %}{% elsif 'a' == 1 %}{% endif %}", "{{ a | base64_decode | url_decode }}",
    ])
    func `what does not go wrong in every row is no mistake`(source: String) {
        #expect(mistakes(in: source, columns: ["a"]) == [])
    }

    private static let fixed =
        "Names are fixed when the template is compiled, so that none can come from a value. "
        + "A column is written row['First Name']."

    @Test(arguments: [
        ("{{ [a] }}", "3: \(fixed)"), ("{{ row[a] }}", "7: \(fixed)"),
        ("{{ a[0] }}", "5: \(fixed)"), ("{% if [a] %}{% endif %}", "6: \(fixed)"),
    ])
    func `a name cannot come from a value`(source: String, mistake: String) {
        #expect(mistakes(in: source, columns: ["a"]) == [mistake])
    }

    @Test(arguments: [
        ("{% for x in y %}", "0: Loops are not available in message templates."),
        ("{% increment x %}", "0: Counters are not available in message templates."),
        ("{% include 'x' %}", "0: Including other files is not available in message templates."),
        (
            "{% liquid %}",
            "0: The 'liquid' tag is not available in message templates. Write each statement as a tag of its own."
        ),
        ("{% asign x = 1 %}", "0: There is no tag 'asign'. Did you mean 'assign'?"),
        ("{% %}", "0: This tag has no name."),
        ("{% endif %}", "0: 'endif' does not belong to an open block."),
        ("{% else %}", "0: 'else' does not belong to an open block."),
        ("x{% if a %}", "1: 'if' is not closed by 'endif'."),
        ("{% if a %}{% endunless %}{% endif %}", "10: 'endunless' does not belong to an open block."),
        ("{% unless a %}{% if a %}{% endunless %}", "14: 'if' is not closed by 'endif'."),
        ("{% raw %}{{ a }}", "0: 'raw' is not closed by 'endraw'."),
        ("{% comment %}{% raw %}{% endcomment %}", "0: 'comment' is not closed by 'endcomment'."),
        ("{% if %}{% endif %}", "6: A condition is missing."),
        ("{% if a %}{% else if a %}{% endif %}", "18: Unexpected 'if'. Another condition is written 'elsif'."),
        ("{% case a %}{% when %}{% endcase %}", "20: Expected a value instead of the end."),
        ("{% case a %}{% when 1 and 2 %}{% endcase %}", "22: Unexpected 'and'."),
        ("{% assign 1 = 2 %}", "10: Expected the name of a variable instead of '1'."),
        ("{% assign x 2 %}", "12: Expected '=' instead of '2'."),
        ("{% assign x = %}", "14: A value to assign to 'x' is missing."),
        ("{% capture %}{% endcapture %}", "11: Expected the name of a variable instead of the end."),
    ])
    func `a mistake in a tag has a place and a reason`(source: String, mistake: String) {
        #expect(mistakes(in: source, columns: ["a"]) == [mistake])
    }

    @Test func `all mistakes are told, in their order`() {
        let source = """
            {{ a | upcsae }}
            {% if b %}{{ c }}{% elsif a = 1 %}{{ }}{% endif %}{% assign d = e %}{{ d }}
            {% for x in y %}{% case a %}
            """
        let expected = [
            "7: There is no filter 'upcsae'. Did you mean 'upcase'?",
            "23: There is no column or variable 'b'. The columns are 'a'.",
            "30: There is no column or variable 'c'. The columns are 'a'.",
            "45: Unexpected '='. Equality is written '=='.",
            "54: There is nothing to show here.",
            "81: There is no column or variable 'e'. The columns are 'a'.",
            "93: Loops are not available in message templates.",
            "109: 'case' is not closed by 'endcase'.",
        ]
        #expect(mistakes(in: source, columns: ["a"]) == expected)
    }

    @Test func `an unclosed output does not hide what follows`() {
        let expected = [
            "0: '{{' is not closed by '}}'.", "8: There is no column or variable 'b'. The columns are 'a'.",
        ]
        #expect(mistakes(in: "{{ a {{ b }}", columns: ["a"]) == expected)
    }

    @Test func `the lenient mode knows nothing unknown but filters and tags`() {
        #expect(mistakes(in: "{{ a }}{{ row.b }}{{ c.d.e }}{{ }}{% echo %}{% assign 1 = 2 %}", mode: .lenient) == [])
        #expect(mistakes(in: "{{ a | b }}{% c %}", mode: .lenient).count == 2)
    }
}
