import Liquid
import Testing

/// Comparisons, and how `and` and `or` are joined.
@Suite struct ConditionTests {
    private static let columns = ["total", "limit", "city", "gap", "zero", "word"]
    private static let cells = ["25.0", "100", "New York", "", "0", "abc"].map(Value.init(cell:))

    private func holds(_ source: String, mode: Mode = .strict) throws -> Bool {
        try Condition(parsing: source, names: Names(columns: Self.columns), mode: mode)
            .holds(now: now) { Self.cells[$0] }
    }

    @Test(arguments: [
        ("city", true), ("gap", false), ("nil", false), ("false", false), ("''", true), ("0", true), ("blank", true),
        ("city == 'New York'", true), ("city != 'New York'", false), ("city <> 'Rome'", true),
        ("city contains 'York'", true), ("city contains 'york'", false), ("city contains gap", false),
        ("gap contains 'a'", false), ("5 contains 5", false), ("city contains 'New York City'", false),
        ("1 == 1.0", true), ("1 < 1.5", true), ("2 >= 2", true), ("'a' < 'b'", true), ("'b' <= 'a'", false),
        ("gap == nil", true), ("gap == blank", true), ("'' == empty", true),
        ("empty == ''", true),
        ("' ' == blank", true), ("blank == empty", false), ("false == blank", true), ("nil < 1", false),
        ("true > false", false), ("blank >= 1", false), ("1 == '1'", false),
        ("true or false and false", true), ("true and false or true", true), ("false and false or true", false),
        ("city and gap or zero", true),
    ])
    func `a condition holds alike in both modes`(source: String, expected: Bool) throws {
        #expect(try holds(source) == expected)
        #expect(try holds(source, mode: .lenient) == expected)
    }

    @Test(arguments: [
        ("total == 25", true), ("25 == total", true), ("total > 10", true), ("total < 100", true),
        ("zero == 0.0", true), ("total < limit", true), ("total != 25", false), ("gap > 10", false),
        ("gap == 0", false),
        ("total == '25'", false), ("total < '3'", true), ("zero", true), ("word > 'abb'", true), ("word > total", true),
    ])
    func `a number in a cell is compared as one`(source: String, expected: Bool) throws {
        #expect(try holds(source) == expected)
    }

    @Test(arguments: [
        ("word > 10", "'abc' cannot be compared with '10'."),
        ("1.5 <= word", "'abc' cannot be compared with '1.5'."),
        ("word == 10", "'abc' cannot be compared with '10'."),
    ])
    func `what is no number is not compared with one`(source: String, message: String) throws {
        let error = try #require(throws: RenderError.self) { try holds(source) }
        #expect(error.description == message)
    }

    @Test(arguments: [
        ("gap == empty", false), ("gap != ''", true), ("word == true", false), ("total == 25", false),
        ("word == 10", false), ("total < limit", false),
    ])
    func `the lenient mode takes cells as text`(source: String, expected: Bool) throws {
        #expect(try holds(source, mode: .lenient) == expected)
    }

    @Test(arguments: [
        ("", 0, "A condition is missing."),
        ("'5' > 10", 4, "'5' cannot be compared with '10'."),
        ("citi", 0, "There is no column or variable 'citi'. Did you mean 'city'?"),
        ("city = 'x'", 5, "Unexpected '='. Equality is written '=='."),
        ("city & gap", 5, "Unexpected '&'. Write 'and', 'or' and '!='."),
        ("{{ city }}", 0, "Unexpected '{'. Braces do not belong here."),
        ("(city)", 0, "Unexpected '('. Brackets and ranges are not available in message templates."),
        ("city | size > 1", 5, "Filters are not available in conditions. Assign the value first."),
        ("city ==", 7, "Expected a value instead of the end."),
        ("city and", 8, "Expected a value instead of the end."),
        ("city gap", 5, "Unexpected 'gap'."),
    ])
    func `a mistake has a place and a reason`(source: String, offset: Int, message: String) throws {
        let error = try #require(throws: Mistakes.self) {
            try Condition(parsing: source, names: Names(columns: Self.columns))
        }
        #expect(error == Mistakes([Mistake(offset: offset, message: message)]))
    }
}
