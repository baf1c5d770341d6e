import FoundationEssentials

/// Rounding that returns nil where the result is too large for an integer.
extension Number {
    /// The next whole number towards minus infinity.
    var floor: Number? {
        guard case .decimal(let decimal) = self else { return self }
        guard let whole = decimal.whole else { return nil }
        return decimal < Decimal(whole) ? Number.whole(whole).minus(.whole(1)) : .whole(whole)
    }

    /// The next whole number towards plus infinity.
    var ceiling: Number? {
        guard case .decimal(let decimal) = self else { return self }
        guard let whole = decimal.whole else { return nil }
        return decimal > Decimal(whole) ? Number.whole(whole).plus(.whole(1)) : .whole(whole)
    }

    /// The nearest number with at most `places` decimal places, halves away from zero; a whole number if `places` is 0
    /// or less (then places before the point are rounded).
    func rounded(places: Int) -> Number? {
        let places = max(-40, min(40, places))
        if case .whole = self, places >= 0 { return self }
        guard places <= 0 || decimal.exponent < -places else { return self }
        guard let nearest = (decimal * .powerOfTen(places)).nearestWhole else { return nil }
        if places > 0 { return .decimal(Decimal(nearest) * .powerOfTen(-places)) }
        guard nearest != 0, places < 0 else { return .whole(nearest) }
        return (Decimal(nearest) * .powerOfTen(-places)).whole.map(Number.whole)
    }
}

extension Decimal {
    fileprivate static func powerOfTen(_ exponent: Int) -> Decimal {
        Decimal(sign: .plus, exponent: exponent, significand: 1)
    }

    /// The part before the decimal point; nil when it does not fit.
    fileprivate var whole: Int? {
        // The description is the plain notation, never with an exponent.
        Int(description.prefix { $0 != "." })
    }

    fileprivate var nearestWhole: Int? {
        guard let whole else { return nil }
        guard (self - Decimal(whole)).magnitude >= .half else { return whole }
        let (sum, overflow) = whole.addingReportingOverflow(self < 0 ? -1 : 1)
        return overflow ? nil : sum
    }

    private static var half: Decimal { Decimal(sign: .plus, exponent: -1, significand: 5) }
}
