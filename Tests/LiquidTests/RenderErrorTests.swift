import Liquid
import Testing

/// Rows that would garble a message in strict mode, and what is wrong in both modes: in strict mode where no row changes it
/// as a mistake of the template.
@Suite struct RenderErrorTests {
    @Test(arguments: [
        ("{{ x | plus: 1 }}", "abc", "'plus' needs a number instead of 'abc'."),
        (
            "{{ 1 | plus: x }}", "1,000",
            "'plus' needs a number instead of '1,000'. Write digits, and a point for decimals."
        ),
        ("{{ x | times: 2 }}", "", "'times' needs a number instead of an empty value."),
        ("{{ x | round }}", "12 EUR", "'round' needs a number instead of '12 EUR'."),
        ("{{ x | abs }}", "1e5", "'abs' needs a number instead of '1e5'."),
        ("{{ x | ceil }}", "1.", "'ceil' needs a number instead of '1.'."),
        ("{{ x | floor }}", "+1", "'floor' needs a number instead of '+1'."),
        ("{{ x | at_least: 1 }}", "--1", "'at_least' needs a number instead of '--1'."),
        ("{{ x | date: '%F' }}", "soon", "'date' cannot read the date 'soon'. Write it like 2026-12-31."),
        (
            "{{ x | abs }}", "0123456789x0123456789x0123456789x0123456789x",
            "'abs' needs a number instead of '0123456789x0123456789x0123456789x0123456…'."
        ),
    ])
    func `a row that would garble the message is refused in strict mode only`(
        source: String, cell: String, message: String
    ) throws {
        #expect(try renderError(source, ["x": cell]) == message)
        #expect(try renderError(source, ["x": cell], mode: .lenient) == nil)
    }

    @Test(arguments: [
        ("{{ 1 | divided_by: 0 }}", "'divided_by' cannot divide '1' by zero."),
        ("{{ 1.5 | modulo: 0.0 }}", "'modulo' cannot divide '1.5' by zero."),
        ("{{ 'a' | slice: 'b' }}", "'slice' needs a whole number instead of 'b'."),
        ("{{ 'a' | slice: 1.5 }}", "'slice' needs a whole number instead of '1.5'."),
        ("{{ 'a' | truncate: nil }}", "'truncate' needs a whole number instead of an empty value."),
        ("{{ 'a' | truncatewords: '1.0' }}", "'truncatewords' needs a whole number instead of '1.0'."),
        ("{{ 'a' | base64_decode }}", "'base64_decode' cannot decode 'a'."),
        ("{{ '/w==' | base64_decode }}", "'base64_decode' cannot decode '/w=='."),
        ("{{ '%FF' | url_decode }}", "'url_decode' cannot decode '%FF'."),
        ("{{ 9223372036854775807 | plus: 1 }}", "The result of 'plus' for '9223372036854775807' is too large."),
        ("{{ -9223372036854775808 | minus: 1 }}", "The result of 'minus' for '-9223372036854775808' is too large."),
        ("{{ -9223372036854775808 | abs }}", "The result of 'abs' for '-9223372036854775808' is too large."),
        (
            "{{ -9223372036854775808 | divided_by: -1 }}",
            "The result of 'divided_by' for '-9223372036854775808' is too large."
        ),
        ("{{ 4611686018427387904 | times: 2 }}", "The result of 'times' for '4611686018427387904' is too large."),
        ("{{ 9223372036854775807 | round: -1 }}", "The result of 'round' for '9223372036854775807' is too large."),
        ("{{ 99999999999999999999.0 | floor }}", "The result of 'floor' for '1.0e+20' is too large."),
        ("{% if 'a' > 1 %}{% endif %}", "'a' cannot be compared with '1'."),
    ])
    func `what fails whatever the row is a mistake of the template`(source: String, message: String) throws {
        #expect(mistakes(in: source).map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) } == [message])
        #expect(try renderError(source, mode: .lenient) == message)
    }

    @Test(arguments: [
        ("{{ 1 | divided_by: x }}", "0", "'divided_by' cannot divide '1' by zero."),
        ("{{ 'a' | truncate: x }}", "b", "'truncate' needs a whole number instead of 'b'."),
        ("{{ x | base64_decode }}", "a", "'base64_decode' cannot decode 'a'."),
        ("{{ x | plus: 1 }}", "9223372036854775807", "The result of 'plus' for '9223372036854775807' is too large."),
        ("{{ x | date: x }}", "%Q", "'date' cannot read the date '%Q'. Write it like 2026-12-31."),
        ("{{ '2026-07-03' | date: x }}", "%Q", "'date' does not know the directive '%Q'."),
        ("{% if x > 1 %}{% endif %}", "a", "'a' cannot be compared with '1'."),
    ])
    func `what fails by a cell is an error of the row`(source: String, cell: String, message: String) throws {
        #expect(try renderError(source, ["x": cell]) == message)
    }

    @Test(arguments: [
        ("{{ 'abc' | plus: 1 }}", "1"),
        ("{{ '12 EUR' | plus: 1 }}", "13"),
        ("{{ ' -7x' | plus: 1 }}", "-6"),
        ("{{ nothing | times: 2 }}", "0"),
    ])
    func `the lenient mode takes any text for a number`(source: String, expected: String) throws {
        #expect(try rendered(source, mode: .lenient) == expected)
    }
}
