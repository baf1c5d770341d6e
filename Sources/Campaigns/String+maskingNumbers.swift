extension String {
    /// The text with the middle of each phone number hidden: `+1202•••1001`.
    ///
    /// What is said on the way goes to logs, which more people read than the result CSV. Numbers that are nobody's (the
    /// sandbox's `+1500555NNNN`, which examples use) stay.
    package var maskingNumbers: String {
        // Seven digits of any script, as people space them out; what looks like a date or a coordinate, and may have as
        // many, comes first and stays.
        let number =
            /((?:(?:19|20)\d\d([-.\/])\d\d?\2\d\d?|\d\d?([-.\/])\d\d?\3(?:19|20)\d\d)(?![-.\/]?\d)|\d{1,3}\.\d{4,}(?![-.\/\h]?\d))|[+＋]?\d(?:[\h().\/_\p{Pd}]{0,3}\d){6,}/
        return replacing(number) { match in
            match.output.1 == nil ? String(match.output.0).maskingMiddle : String(match.output.0)
        }
    }

    /// At most four digits at either end stay, and at least three are hidden.
    private var maskingMiddle: String {
        let plus = hasPrefix("+") || hasPrefix("＋") ? "+" : ""
        let digits = filter(\.isNumber)
        if (plus + digits).hasPrefix("+1500555") { return self }
        return plus + digits.prefix(Swift.max(0, Swift.min(4, digits.count - 7))) + "•••" + digits.suffix(4)
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
