extension PhoneNumber {
    /// The digits of the shorter of the two forms by which WhatsApp may know a subscriber of Mexico, Argentina or Brazil
    /// (reference/whatsapp-rules.md §5), of any other number its own; nil for a business-scoped user id.
    ///
    /// Two numbers with one subscriber reach one person. Nothing is sent to this form unless a row has it. Constant
    /// time.
    package var subscriber: UInt64? {
        guard let number else { return nil }
        // The first three of thirteen digits.
        switch number / 10_000_000_000 {
        case 521, 549: return number.withoutDigit(before: 10)
        case 550...559: return hasBrazilianNinthDigit(number) ? number.withoutDigit(before: 8) : number
        default: return number
        }
    }

    /// Behind +55 and the area stands a 9 that was put before a mobile number of eight digits, which began with 6 to 9.
    private func hasBrazilianNinthDigit(_ number: UInt64) -> Bool { number % 1_000_000_000 >= 960_000_000 }
}

extension UInt64 {
    /// The number without the digit in front of its last `count`.
    fileprivate func withoutDigit(before count: Int) -> UInt64 {
        let unit = (0..<count).reduce(1 as UInt64) { unit, _ in unit * 10 }
        return self / (unit * 10) * unit + self % unit
    }
}
