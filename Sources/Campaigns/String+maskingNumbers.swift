extension String {
    /// The text with the middle of each phone number hidden: `+1202•••1001`.
    ///
    /// What is said on the way goes to logs, which more people read than the result CSV. Numbers that are nobody's (the
    /// sandbox's `+1500555NNNN`, which examples use) stay.
    package var maskingNumbers: String {
        // With a plus as people write it; without one only digits in a row, since dates and amounts are no numbers.
        let number = /\+[0-9](?:[ ().\-]{0,2}[0-9]){6,}|[0-9]{7,}/
        return replacing(number) { match in
            match.output.hasPrefix("+1500555") ? String(match.output) : String(match.output).maskingMiddle
        }
    }

    /// At most four digits at either end stay, and at least three are hidden.
    private var maskingMiddle: String {
        let digits = filter { $0 != "+" && $0.isNumber }
        let start = digits.prefix(Swift.max(0, Swift.min(4, digits.count - 7)))
        return (hasPrefix("+") ? "+" : "") + start + "•••" + digits.suffix(4)
    }
}

extension Finding {
    /// The same for a log; what quotes its line is about the author's own template, where no number is a recipient's.
    package var maskingNumbers: Finding {
        if excerpt != nil { return self }
        var masked = self
        masked.message = message.maskingNumbers
        return masked
    }
}
