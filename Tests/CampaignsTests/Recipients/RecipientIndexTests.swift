import Testing
import WhatsApp

@testable import Campaigns

@Suite struct RecipientIndexTests {
    @Test(
        arguments: [
            ("+15005550001", "+15005550001", 7), ("+1 (500) 555-0001", "0015005550001", 7),
            ("+999999999999999", "+999999999999999", 7), ("+1000000", "+1000000", 7),
            ("US.13491208655302741918", "US.13491208655302741918", 7),
            ("+15005550001", "+15005550002", nil), ("+15005550001", "+150055500010", nil),
            ("US.1500555", "+1500555", nil), ("US.1349120865530274191", "MX.1349120865530274191", nil),
            ("US.abc", "US.ABC", nil), ("+5215512345678", "+525512345678", 7), ("+541123456789", "+5491123456789", 7),
            ("+5511987654321", "+551187654321", 7), ("+5511945678901", "+551145678901", nil),
        ] as [(String, String, Int?)])
    func `equal people are found however they are written`(_ known: String, _ asked: String, _ row: Int?) throws {
        var index = RecipientIndex()
        #expect(index.firstRow(of: try PhoneNumber(asked)) == nil)
        index.insert(try PhoneNumber(known), row: 7)
        #expect(index.firstRow(of: try PhoneNumber(asked)) == row)
    }
}
