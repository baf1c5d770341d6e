import Liquid
import Testing

/// The `date` filter: what it reads, what it writes.
@Suite struct DateTests {
    @Test(arguments: [
        "2026-07-03", "2026/7/3", "20260703", "3.7.2026", "03. July 2026", "3 July 2026", "3-Jul-2026", "July 3, 2026",
        "jul 3 2026", "Friday, 3 July 2026", "Fri Jul 3, 2026", "2026-07-03 00:00", "2026-07-03T00:00:00Z",
        "2026-07-03 00:00:00.123 UTC", "2026-07-03 12:00 am", "1783036800",
    ])
    func `a date is read in its usual forms`(text: String) throws {
        #expect(try rendered("{{ day | date: '%F %T' }}", ["day": text]) == "2026-07-03 00:00:00")
    }

    @Test(arguments: [
        "2026-02-30", "2026-13-01", "03/07/2026", "3.7.26", "tomorrow", "2026-07-03 25:00", "2026-07-03 13:00 pm",
        "2026-07-03x", "2026-07-03 10:00 +99:00", "2026-07", "-5", "12.50", "July 2026", "3 Foo 2026",
        "123456789012345678",
    ])
    func `what is no clear date is not read`(text: String) throws {
        #expect(
            try renderError("{{ day | date: '%F' }}", ["day": text])
                == "'date' cannot read the date '\(text)'. Write it like 2026-12-31.")
        #expect(try rendered("{{ day | date: '%F' }}", ["day": text], mode: .lenient) == text)
    }

    @Test(arguments: [
        ("%d.%m.%Y", "03.07.2026"),
        ("%-d %B %y, %A", "3 July 26, Friday"),
        ("%^b %e %j", "JUL  3 184"),
        ("%H:%M:%S %I %p %P", "09:08:07 09 AM am"),
        ("%s %L %N", "1783062487 000 000000000"),
        ("%z %:z %Z|", "+0200 +02:00 |"),
        ("100%% ü %5Y", "100% ü 02026"),
        ("%3N %6L %9L", "000 000000 000000000"),
        ("%", nil),
        ("%:d", nil),
        ("%::z", nil),
        ("%Q", nil),
        ("%999d", nil),
    ])
    func `a date is written as its pattern says`(pattern: String, expected: String?) throws {
        let row: KeyValuePairs = ["day": "2026-07-03T09:08:07+02:00", "pattern": pattern]
        guard let expected else {
            let error = try renderError("{{ day | date: pattern }}", row)
            #expect(error == "'date' does not know the directive '\(pattern)'.")
            #expect(try rendered("{{ day | date: pattern }}", row, mode: .lenient) == pattern)
            return
        }
        #expect(try rendered("{{ day | date: pattern }}", row) == expected)
    }

    @Test(arguments: [
        ("{{ now }}", "2026-07-03 10:05:09 UTC"),
        ("{{ today }}", "2026-07-03"),
        ("{{ now | date: '%s' | plus: 86400 | date: '%F' }}", "2026-07-04"),
        ("{{ 'now' | date: '%H:%M %Z' }}", "10:05 UTC"),
        ("{{ 0 | date: '%F' }}", "1970-01-01"),
        ("{{ '1783073109' | date: '%F' }}", "2026-07-03"), ("{{ '999999999' | date: '%F' }}", "2001-09-09"),
        ("{% if '2026-07-02' < today %}late{% endif %}", "late"),
        ("[{{ nil | date: '%F' }}]", "[]"),
    ])
    func `now stands still`(source: String, expected: String) throws {
        #expect(try rendered(source) == expected)
    }
}
