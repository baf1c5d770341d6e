import Liquid
import Testing

/// Tags, outputs and white-space control.
@Suite struct TagTests {
    @Test(arguments: [
        ("plain } text { % }", "plain } text { % }"),
        ("{{ 'a' }}{{ \"b\" }}{{ 1 | abs }}{{ 1.50 }}{{ true }}{{ nil }}", "ab11.5true"),
        ("{{ '{{' }} {{ '%}' }}", "{{ %}"),
        ("{{ x }}", "X"),
        ("{{ x.size }} {{ row.x }} {{ row[\"x\"] }} {{ row['x'].size }}", "1 X X 1"),
        ("{% if x %}yes{% else %}no{% endif %}", "yes"),
        ("{% if gap %}yes{% else %}no{% endif %}", "no"),
        ("{% if gap %}1{% elsif x == 'X' %}2{% else %}3{% endif %}", "2"),
        ("{% unless gap %}yes{% endunless %}", "yes"),
        ("{% unless x %}1{% elsif x %}2{% endunless %}", "2"),
        ("{% case x %}{% when 'Y', 'X' %}hit{% else %}miss{% endcase %}", "hit"),
        ("{% case x %} ignored {% when 'Y' or 'Z' %}hit{% else %}miss{% endcase %}", "miss"),
        ("{% case x %}{% when 'X' %}1{% when x %}2{% endcase %}", "12"),
        ("{% assign y = x | append: '!' %}{{ y }}", "X!"),
        ("{% assign x = 'new' %}{{ x }} {{ row.x }}", "new X"),
        ("{% if gap %}{% assign x = 'new' %}{% endif %}{{ x }}", "X"),
        ("{% if gap %}{% assign y = 'new' %}{% endif %}[{{ y }}]", "[]"),
        ("{% capture y %}<{{ x }}>{% endcapture %}{{ y }}{{ y }}", "<X><X>"),
        ("a{% comment %}{% if %}{{ {% comment %}{% endcomment %}{% endcomment %}b", "ab"),
        ("a{% # anything | goes %}b", "ab"),
        ("{% raw %}{{ x }}{% if %}{% endraw %}", "{{ x }}{% if %}"),
        ("{% raw %} a {%- endraw %}", " a"),
        ("{% echo x | downcase %}", "x"),
    ])
    func `a tag does what Liquid says`(source: String, expected: String) throws {
        #expect(try rendered(source, ["x": "X", "gap": ""]) == expected)
    }

    @Test(arguments: [
        ("a \n {{- 'b' -}} \n c", "abc"),
        ("a {%- if true -%} b {%- endif -%} c", "abc"),
        ("a {%- # -%} b", "ab"),
        ("a{% if true %} \n {% assign y = 1 %} {% endif %}b", "ab"),
        ("a{% case 1 %}{% when 1 %} \n {% endcase %}b", "ab"),
        ("a{% if true %} {% else %}x{% endif %}b", "a b"),
        ("a{% if true %} {{ '' }} {% endif %}b", "a  b"),
        ("{{--}}", nil),
        ("{{ -1 }}{{-1.5-}}", "-11.5"),
    ])
    func `white space is left out at hyphens and in blank blocks`(source: String, expected: String?) throws {
        guard let expected else {
            #expect(mistakes(in: source) == ["3: There is nothing to show here."])
            return
        }
        #expect(try rendered(source) == expected)
    }

    @Test func `a cell is not interpreted`() throws {
        let text = "{{ x }}{% if %}"
        #expect(try rendered("{{ x }}", ["x": text]) == text)
    }

    @Test func `the slots are the columns that are read`() throws {
        let names = Names(columns: ["a", "b", "c", "d", "e"])
        let source = "{{ e }}{{ row.b }}{{ b }}{% assign d = 1 %}{% if now == 'x' %}{{ d }}{% endif %}"
        #expect(try Template(parsing: source, names: names).slots == [1, 3, 4])
        #expect(try Template(parsing: "{% assign d = 1 %}", names: names).slots == [])
        #expect(try Condition(parsing: "c and a", names: names).slots == [0, 2])
    }
}
