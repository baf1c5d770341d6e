import Liquid
import Testing

/// How columns are reached by their headers.
@Suite struct NamesTests {
    @Test(arguments: [
        ("{{ first_name }}", ["first_name"]),
        ("{{ First_Name }}", ["First_Name"]),
        ("{{ a-b }}", ["a-b"]),
        ("{{ naïve }}", ["naïve"]),
        ("{{ имя }}", ["имя"]),
        ("{{ first_name }}", ["First Name"]),
        ("{{ first_name }}", ["  First -- Name!"]),
        ("{{ row['First Name'] }}", ["First Name"]),
        ("{{ row.first_name }}", ["First Name"]),
        ("{{ row['2nd'] }}", ["2nd"]),
        ("{{ row['nil'] }}", ["nil"]),
        ("{{ row.size }}", ["size"]),
        ("{{ first_name }}", ["first_name", "First Name"]),
        ("{{ first_name }}", ["first_name", "First Name", "FIRST NAME"]),
        ("{{ now }}", ["now"]),
        ("{{ today }}", ["Today!"]),
        ("{{ row }}", ["row"]),
    ])
    func `a name reaches the first column that it means`(source: String, columns: [String]) throws {
        #expect(try Template(parsing: source, names: Names(columns: columns)).slots == [0])
    }

    @Test(arguments: [
        ("{{ first_nam }}", ["first_name"], "There is no column or variable 'first_nam'. Did you mean 'first_name'?"),
        ("{{ First_name }}", ["first_name"], "There is no column or variable 'First_name'. Did you mean 'first_name'?"),
        ("{{ frist_name }}", ["First Name"], "There is no column or variable 'frist_name'. Did you mean 'first_name'?"),
        ("{{ surname }}", ["first_name"], "There is no column or variable 'surname'. The columns are 'first_name'."),
        ("{{ x }}", ["y"], "There is no column or variable 'x'. The columns are 'y'."),
        ("{{ False }}", [], "There is no column or variable 'False'. Did you mean 'false'?"),
        ("{{ First Name }}", ["First Name"], "There is no column or variable 'First'. Did you mean row['First Name']?"),
        ("{{ Kunde }}", ["Kunde 'x'"], #"There is no column or variable 'Kunde'. Did you mean row["Kunde 'x'"]?"#),
        ("{{ Row['a'] }}", ["a"], "There is no column or variable 'Row'. Did you mean 'row'?"),
        ("{{ todya }}", [], "There is no column or variable 'todya'. Did you mean 'today'?"),
        ("{{ row }}", ["name"], "A column is written row['First Name']."),
        ("{{ a_b }}", ["a b", "A-B!"], "'a_b' can mean several columns. Write row['a b'] or row['A-B!']."),
    ])
    func `a name that means no single column is a mistake`(source: String, columns: [String], message: String) {
        #expect(mistakes(in: source, columns: columns) == ["3: \(message)"])
    }

    @Test(arguments: [
        ("{{ row['First Nam'] }}", "7: There is no column 'First Nam'. Did you mean row['First Name']?"),
        ("{{ row.zip }}", "7: There is no column 'zip'. The columns are 'First Name'."),
        ("{{ row['First Name' }}", "20: Expected ']' instead of the end."),
        ("{{ row. }}", "8: Expected a name instead of the end."),
        ("{{ ['First Name'] }}", "3: A column is written row['First Name']."),
        ("{{ first_name.x }}", "14: Values have no property 'x'. Columns are written row['x']."),
    ])
    func `a column that is written wrongly has a place and a reason`(source: String, mistake: String) {
        #expect(mistakes(in: source, columns: ["First Name"]) == [mistake])
    }

    @Test func `an assigned variable is known from then on`() {
        let unknown = "There is no column or variable 'total'."
        #expect(mistakes(in: "{{ total }}{% assign total = 1 %}{{ total }}") == ["3: \(unknown)"])
        let hint = "There is no column or variable 'totl'. Did you mean 'total'?"
        #expect(mistakes(in: "{% capture total %}{% endcapture %}{{ totl }}") == ["38: \(hint)"])
    }

    @Test(arguments: [
        ("capitalise", "capitalize"), ("upcsae", "upcase"), ("UPCASE", "upcase"), ("up", nil), ("", nil),
        ("dowmcas", "downcase"), ("xyzzy", nil),
    ])
    func `the nearest word is found, unless none is near`(word: String, expected: String?) {
        #expect(Spelling.nearest(to: word, among: ["upcase", "downcase", "capitalize"]) == expected)
    }
}
