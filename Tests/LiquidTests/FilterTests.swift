import Liquid
import Testing

/// Every filter, with its corner cases, in strict mode.
@Suite struct FilterTests {
    @Test(arguments: [
        ("{{ 'a' | append: 'b' }}", "ab"),
        ("{{ 'a' | append: 5 }}", "a5"),
        ("{{ nil | append: 'b' }}", "b"),
        ("{{ 'a' | prepend: 'b' }}", "ba"),
        ("{{ 'hELLO wORLD' | capitalize }}", "Hello world"),
        ("{{ 'élan' | capitalize }}", "Élan"),
        ("{{ '' | capitalize }}", ""),
        ("{{ 'ÄB' | downcase }}", "äb"),
        ("{{ 'äb' | upcase }}", "ÄB"),
        ("[{{ ' \t\n a b \r\n' | strip }}]", "[a b]"),
        ("[{{ ' a ' | lstrip }}]", "[a ]"),
        ("[{{ ' a ' | rstrip }}]", "[ a]"),
        ("[{{ '   ' | strip }}]", "[]"),
        ("{{ 'é👍' | size }}", "2"),
        ("{{ 12 | size }}", "0"),
        ("{{ nil | default: 'x' }}", "x"),
        ("{{ '' | default: 'x' }}", "x"),
        ("{{ false | default: 'x' }}", "x"),
        ("{{ false | default: 'x', allow_false: true }}", "false"),
        ("{{ nil | default: 'x', allow_false: true }}", "x"),
        ("{{ 0 | default: 'x' }}", "0"),
        ("{{ ' ' | default: 'x' }}", " "),
        ("[{{ nil | default }}]", "[]"),
    ])
    func `a text is joined, respelt, stripped, measured and replaced by a default`(source: String, expected: String)
        throws
    {
        #expect(try rendered(source) == expected)
    }

    @Test(arguments: [
        ("{{ 'hello' | slice: 1 }}", "e"),
        ("{{ 'hello' | slice: -3, 2 }}", "ll"),
        ("{{ 'hello' | slice: 5 }}", ""),
        ("{{ 'hello' | slice: 6 }}", ""),
        ("{{ 'hello' | slice: -6 }}", ""),
        ("{{ 'hello' | slice: 1, -1 }}", ""),
        ("{{ 'hello' | slice: -9223372036854775808, 9223372036854775807 }}", ""),
        ("{{ 'hello' | slice: 0, 9223372036854775807 }}", "hello"),
        ("{{ 'hello' | truncate: 4 }}", "h..."),
        ("{{ 'hello' | truncate: 5 }}", "hello"),
        ("{{ 'hello' | truncate: 2 }}", "..."),
        ("{{ 'hello' | truncate: -9223372036854775808 }}", "..."),
        ("{{ 'hello' | truncate: 3, '' }}", "hel"),
        ("{{ 'héllö' | truncate: 4, '…' }}", "hél…"),
        ("{{ 'ab👨‍👩‍👧cd' | truncate: 6, '…' }}", "ab…"),
        ("{{ 'a b  c d' | truncatewords: 2 }}", "a b..."),
        ("{{ 'a  b' | truncatewords: 2 }}", "a  b"),
        ("{{ 'a b c' | truncatewords: 0, '!' }}", "a!"),
    ])
    func `a text is cut by characters or words`(source: String, expected: String) throws {
        #expect(try rendered(source) == expected)
    }

    @Test(arguments: [
        ("{{ 'aXbXc' | replace: 'X', '--' }}", "a--b--c"),
        ("{{ 'aXbXc' | replace: 'X' }}", "abc"),
        ("{{ 'aé' | replace: '', '-' }}", "-a-é-"),
        ("{{ 'aaa' | replace: 'aa', 'b' }}", "ba"),
        ("{{ 'aXbXc' | replace_first: 'X', '-' }}", "a-bXc"),
        ("{{ 'aXbXc' | replace_last: 'X', '-' }}", "aXb-c"),
        ("{{ 'aaa' | replace_last: 'aa', 'b' }}", "ab"),
        ("{{ 'abc' | replace_last: '', '-' }}", "abc-"),
        ("{{ 'aXbXc' | remove: 'X' }}", "abc"),
        ("{{ 'aXbXc' | remove_first: 'X' }}", "abXc"),
        ("{{ 'aXbXc' | remove_last: 'X' }}", "aXbc"),
        ("{{ 'abc' | remove: '' }}", "abc"),
        ("{{ 'a\r\nb\nc' | strip_newlines }}", "abc"),
        ("{{ 'a\r\nb\nc' | newline_to_br }}", "a<br />\nb<br />\nc"),
        ("{{ 'a\r\nb' | remove: '\n' | size }}", "3"),
        ("{{ 'a01234567890123456789012345678901234z' | remove: '01234567890123456789012345678901234' }}", "az"),
    ])
    func `parts of a text are replaced or removed`(source: String, expected: String) throws {
        #expect(try rendered(source) == expected)
    }

    @Test(arguments: [
        ("{{ 1 | plus: 2 }}", "3"),
        ("{{ '1' | plus: '2.0' }}", "3.0"),
        ("{{ ' 7 ' | minus: 9 }}", "-2"),
        ("{{ '10.1' | minus: '2.2' }}", "7.9"),
        ("{{ 3 | times: 0.1 }}", "0.3"),
        ("{{ 7 | divided_by: 2 }}", "3"),
        ("{{ -7 | divided_by: 2 }}", "-4"),
        ("{{ 7 | divided_by: 2.0 }}", "3.5"),
        ("{{ -7 | modulo: 3 }}", "2"),
        ("{{ 7 | modulo: -3 }}", "-2"),
        ("{{ -7.5 | modulo: 2 }}", "0.5"),
        ("{{ -9223372036854775808 | modulo: -1 }}", "0"),
        ("{{ -3 | abs }}", "3"),
        ("{{ '-3.5' | abs }}", "3.5"),
        ("{{ 3 | at_least: 5 }}", "5"),
        ("{{ 3 | at_most: 2.5 }}", "2.5"),
        ("{{ 1.2 | ceil }}", "2"),
        ("{{ -1.2 | ceil }}", "-1"),
        ("{{ 1.8 | floor }}", "1"),
        ("{{ -0.2 | floor }}", "-1"),
        ("{{ 2.5 | round }}", "3"),
        ("{{ -2.5 | round }}", "-3"),
        ("{{ 1.005 | round: 2 }}", "1.01"),
        ("{{ 1.5 | round: 90 }}", "1.5"),
        ("{{ 1250 | round: -2 }}", "1300"),
        ("{{ 1250 | round: -99 }}", "0"),
        ("{{ 100000000000.0 | times: 1000000000.5 }}", "1.0000000005e+20"),
        ("{{ 100000000000.0 | times: 1000000000 }}", "1.0e+20"),
    ])
    func `numbers are calculated in decimals`(source: String, expected: String) throws {
        #expect(try rendered(source) == expected)
    }

    @Test(arguments: [
        (#"{{ "<a href='x'>&amp;</a>" | escape }}"#, "&lt;a href=&#39;x&#39;&gt;&amp;amp;&lt;/a&gt;"),
        (#"{{ 'say "&amp;" & &#39; &x' | escape_once }}"#, "say &quot;&amp;&quot; &amp; &#39; &amp;x"),
        ("{{ '<b>a</b><!-- <i> -->b<style>p</style>c' | strip_html }}", "abc"),
        ("{{ 'a < b <script>x' | strip_html }}", "a x"),
        ("{{ 'a < b' | strip_html }}", "a < b"),
        ("{{ 'ü/?' | base64_encode }}", "w7wvPw=="),
        ("{{ 'ü/?' | base64_url_safe_encode }}", "w7wvPw=="),
        ("{{ '>>>???' | base64_url_safe_encode }}", "Pj4-Pz8_"),
        ("{{ 'w7wvPw==' | base64_decode }}", "ü/?"),
        ("{{ 'Pj4-Pz8_' | base64_url_safe_decode }}", ">>>???"),
        ("{{ 'aGk' | base64_url_safe_decode }}", "hi"),
        ("{{ 'a b&ü~' | url_encode }}", "a+b%26%C3%BC~"),
        ("{{ 'a+b%26%c3%bc%zz%' | url_decode }}", "a b&ü%zz%"),
    ])
    func `a text is escaped, encoded and decoded`(source: String, expected: String) throws {
        #expect(try rendered(source) == expected)
    }
}
