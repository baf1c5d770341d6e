extension PhoneNumber {
    /// The number in the shorter of the two forms by which WhatsApp may know a subscriber of Mexico, Argentina or
    /// Brazil (reference/whatsapp-rules.md §5); any other number as it is.
    ///
    /// Two numbers with one subscriber reach one person. Nothing is sent to this form unless a row has it. Constant
    /// time.
    package var subscriber: PhoneNumber {
        let count = description.utf8.count
        guard count == 14, description.utf8.starts(with: "+5".utf8) else { return self }
        switch description.prefix(4) {
        case "+521", "+549": return without(digitAt: 3)
        default: return hasBrazilianNinthDigit ? without(digitAt: 5) : self
        }
    }

    /// Behind +55 and the area stands a 9 that was put before a mobile number of eight digits, which began with 6 to 9.
    private var hasBrazilianNinthDigit: Bool {
        let digits = Array(description.utf8)
        return digits[2] == UInt8(ascii: "5") && digits[5] == UInt8(ascii: "9") && digits[6] >= UInt8(ascii: "6")
    }

    private func without(digitAt index: Int) -> PhoneNumber {
        var description = description
        description.remove(at: description.utf8.index(description.startIndex, offsetBy: index))
        return PhoneNumber(canonical: description)
    }

    private init(canonical description: String) {
        self.description = description
    }
}
