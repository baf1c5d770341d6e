import Testing

@testable import WhatsApp

/// How people and spreadsheets write numbers.
@Suite struct PhoneNumberTests {
    @Test(arguments: [
        ("+15005550123", "+15005550123"),
        ("  +1 (500) 555-0123\t", "+15005550123"),
        ("+1.500.555.0123", "+15005550123"),
        ("+44\u{A0}20\u{2009}7946\u{202F}0018", "+442079460018"),
        ("\u{202A}+49 30 901820\u{202C}", "+4930901820"),
        ("\u{FEFF}\u{202D}\u{2066}+49\u{200B}30\u{AD}901820\u{2069}", "+4930901820"),
        ("'+4930901820", "+4930901820"),
        ("\u{200E}'0049 30901820", "+4930901820"),
        ("+49\u{2011}30\u{2013}901820", "+4930901820"),
        ("004930901820", "+4930901820"),
        ("00 49 (30) 90 18 20", "+4930901820"),
        ("+1234567", "+1234567"),
        ("+123456789012345", "+123456789012345"),
        ("US.13491208655302741918", "US.13491208655302741918"),
        (" DE.aZ09 ", "DE.aZ09"),
        ("\u{200E}DE.aZ09\u{200B}", "DE.aZ09"),
        ("US.ENT.1234abcd", "US.ENT.1234abcd"),
        ("US." + letters(128), "US." + letters(128)),
    ])
    func `a number has one form, however people write it`(text: String, number: String) throws {
        #expect(try PhoneNumber(text).description == number)
    }

    private static let withoutPlus = "The number does not begin with +. Write + and the country code first."
    private static let foreign =
        "A number has only digits behind its +; spaces, hyphens, dots and parentheses are allowed between them."
    private static let spreadsheet =
        "A spreadsheet has rewritten the number, and digits may be lost. "
        + "Format the column as text and export the file again."

    @Test(arguments: [
        ("", "The number is missing."),
        ("+49 (0)151 23456782", "The (0) is dialled only within the country. Leave it out."),
        ("+1", "The number has 1 digit, too few for a number with its country code."),
        (" \t ", "The number is missing."),
        ("15005550123", withoutPlus),
        ("0170 1234567", withoutPlus),
        ("5.21555E+12", spreadsheet),
        ("5,21555e12", spreadsheet),
        ("+5.21555E+12", spreadsheet),
        ("+", foreign),
        ("00", foreign),
        ("+1500555O123", foreign),
        ("''+15005550123", foreign),
        ("+1500'5550123", foreign),
        ("+15005550123.0\u{200B}", spreadsheet),
        ("+49 (\u{2060}0)30 901820", "The (0) is dialled only within the country. Leave it out."),
        ("\u{200B}' ", "The number is missing."),
        ("'15005550123", withoutPlus),
        ("'5.21555E+12", spreadsheet),
        ("+1500555+0123", foreign),
        ("+15005550123x9", foreign),
        ("+1500 555 0123; +1500 555 0124", foreign),
        ("+٤٩٣٠٩٠١٨٢٠", foreign),
        ("us.1349", foreign),
        ("US.", foreign),
        ("US.12-34", foreign),
        ("US." + letters(129), foreign),
        ("+0123456789", "No country code begins with 0. Write + and the country code first."),
        ("00049309018", "No country code begins with 0. Write + and the country code first."),
        ("+123456", "The number has 6 digits, too few for a number with its country code."),
        ("+1234567890123456", "The number has 16 digits; at most 15 are possible."),
    ])
    func `what is no number says why`(text: String, message: String) {
        #expect(throws: PhoneNumber.Invalid(message: message)) { try PhoneNumber(text) }
    }

    @Test func `equal numbers are equal however they are typed`() throws {
        let numbers = try ["+1 500 555 0123", "0015005550123", "+1(500)5550123"].map { try PhoneNumber($0) }
        #expect(Set(numbers).count == 1)
        #expect(try PhoneNumber("US.1").isUserID)
        #expect(try !PhoneNumber("+15005550123").isUserID)
    }

    @Test(
        arguments: [
            ("+12125550123", .unitedStates),
            ("+19075550123", .unitedStates),
            ("+15005550123", nil),  // personal
            ("+18005550123", nil),  // free
            ("+14165550123", nil),  // Toronto
            ("+18765550123", nil),  // Jamaica
            ("+17875550123", nil),  // Puerto Rico
            ("+12955550123", nil),  // not assigned
            ("+1212555012", nil),  // too short
            ("+5215512345678", .mexicanPrefix),
            ("+525512345678", nil),
            ("+5491123456789", .argentineWithNine),
            ("+541123456789", .argentineWithoutNine),
            ("+5511912345678", .brazilianNineDigits),
            ("+551191234567", .brazilianEightDigits),
            ("+551131234567", nil),  // a landline
            ("+5351234567", .restrictedCountry),
            ("+989121234567", .restrictedCountry),
            ("+8501921234567", .restrictedCountry),
            ("+963931234567", .restrictedCountry),
            ("+4930901820", nil),
            ("US.13491208655302741918", nil),
        ] as [(String, RecipientWarning?)])
    func `a number that deserves a look has a warning`(number: String, warning: RecipientWarning?) throws {
        #expect(try PhoneNumber(number).warning == warning)
    }

    @Test func `every warning has a code and a sentence`() {
        let codes = RecipientWarning.allCases.map(\.code)
        #expect(
            codes == [
                "united_states", "mexican_prefix", "argentine_with_9", "argentine_without_9", "brazilian_nine_digits",
                "brazilian_eight_digits", "restricted_country",
            ])
        #expect(RecipientWarning.allCases.allSatisfy { $0.sentence.hasSuffix(".") })
    }

    /// The forms of one subscriber, and numbers that look alike and are others'.
    @Test(arguments: [
        ("+5215512345678", "+525512345678"), ("+525512345678", "+525512345678"),
        ("+5491123456789", "+541123456789"), ("+541123456789", "+541123456789"),
        ("+5511987654321", "+551187654321"), ("+551187654321", "+551187654321"),
        // Nine digits that no number of eight digits has become, and a landline.
        ("+5511945678901", "+5511945678901"), ("+551145678901", "+551145678901"),
        ("+521551234567", "+521551234567"), ("+54911234567890", "+54911234567890"),
        ("+5611987654321", "+5611987654321"), ("+15005550123", "+15005550123"),
        ("US.1234567890123", "US.1234567890123"),
    ])
    func `the forms of one number are one subscriber`(text: String, subscriber: String) throws {
        #expect(try PhoneNumber(text).subscriber == PhoneNumber(subscriber).number)
    }
}
