import FoundationEssentials

/// Arithmetic that returns nil where the result is too large to hold. Division and modulo round down, as in Ruby.
extension Number {
    func plus(_ other: Number) -> Number? {
        guard case (.whole(let left), .whole(let right)) = (self, other) else {
            return Number(finite: decimal + other.decimal)
        }
        return Number(left.addingReportingOverflow(right))
    }

    func minus(_ other: Number) -> Number? {
        guard case (.whole(let left), .whole(let right)) = (self, other) else {
            return Number(finite: decimal - other.decimal)
        }
        return Number(left.subtractingReportingOverflow(right))
    }

    func times(_ other: Number) -> Number? {
        guard case (.whole(let left), .whole(let right)) = (self, other) else {
            return Number(finite: decimal * other.decimal)
        }
        return Number(left.multipliedReportingOverflow(by: right))
    }

    /// The quotient; a whole number if both are.
    ///
    /// `other` is not zero.
    func divided(by other: Number) -> Number? {
        guard case (.whole(let left), .whole(let right)) = (self, other) else {
            return Number(finite: decimal / other.decimal)
        }
        let (quotient, overflow) = left.dividedReportingOverflow(by: right)
        guard !overflow else { return nil }
        let isTruncatedUp = left % right != 0 && (left < 0) != (right < 0)
        return .whole(isTruncatedUp ? quotient - 1 : quotient)
    }

    /// What is left over by `divided(by:)`, with the sign of `other`, which is not zero.
    func modulo(_ other: Number) -> Number? {
        guard case (.whole(let left), .whole(let right)) = (self, other) else {
            guard let quotient = Number(finite: decimal / other.decimal)?.floor else { return nil }
            return Number(finite: decimal - other.decimal * quotient.decimal)
        }
        let remainder = left.remainderReportingOverflow(dividingBy: right).partialValue
        return .whole(remainder != 0 && (remainder < 0) != (right < 0) ? remainder + right : remainder)
    }

    var absolute: Number? {
        switch self {
        case .whole(let int): int == .min ? nil : .whole(abs(int))
        case .decimal(let decimal): .decimal(decimal.magnitude)
        }
    }

    private init?(finite decimal: Decimal) {
        guard !decimal.isNaN else { return nil }
        self = .decimal(decimal)
    }

    private init?(_ result: (partialValue: Int, overflow: Bool)) {
        guard !result.overflow else { return nil }
        self = .whole(result.partialValue)
    }
}
