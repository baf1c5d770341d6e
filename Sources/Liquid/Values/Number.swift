import FoundationEssentials

/// A number to calculate with; decimals are exact, so that `10.1 - 2.2` is `7.9`.
enum Number: Sendable, Equatable {
    case whole(Int)
    case decimal(Decimal)

    static let zero = Number.whole(0)

    /// The value of a text that is exactly a number, such as `-3` or ` 4.50 `; nil for anything else.
    init?(exactly text: String) {
        guard let kind = NumberText(text) else { return nil }
        switch kind {
        case .whole(let digits):
            guard let int = Int(digits) else { return nil }
            self = .whole(int)
        case .decimal(let digits):
            guard let decimal = Decimal(string: digits) else { return nil }
            self = .decimal(decimal)
        }
    }

    /// Nil when the number is not finite, or too large or small for a decimal.
    init?(_ double: Double) {
        guard double.isFinite, let decimal = Decimal(string: double.description) else { return nil }
        self = .decimal(decimal)
    }

    /// The whole number at the start of a text, 0 if there is none: Ruby's `to_i`.
    init?(startOf text: String) {
        let bytes = Array(text.utf8.drop(while: \.isWhitespace))
        let sign = bytes.first == UInt8(ascii: "-") ? 1 : 0
        let digits = bytes[sign...].prefix(while: \.isDigit)
        guard !digits.isEmpty else {
            self = .zero
            return
        }
        guard let int = Int(String(decoding: bytes[..<digits.endIndex], as: UTF8.self)) else { return nil }
        self = .whole(int)
    }

    var value: Value {
        switch self {
        case .whole(let int): .int(int)
        case .decimal(let decimal): .double(Double(decimal.description) ?? 0)
        }
    }

    var decimal: Decimal {
        switch self {
        case .whole(let int): Decimal(int)
        case .decimal(let decimal): decimal
        }
    }

    var isZero: Bool { self == .whole(0) || self == .decimal(0) }
}

/// The digits of a text that is exactly a number: an optional `-`, digits, and perhaps a point and more digits,
/// with white space around them.
enum NumberText {
    case whole(String)
    case decimal(String)

    init?(_ text: String) {
        var rest = text.utf8.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        let trimmed = String(rest) ?? ""
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let fraction = rest.drop(while: \.isDigit)
        guard rest.startIndex < fraction.startIndex else { return nil }
        guard let point = fraction.first else {
            self = .whole(trimmed)
            return
        }
        let places = fraction.dropFirst()
        guard point == UInt8(ascii: "."), !places.isEmpty, places.allSatisfy(\.isDigit) else { return nil }
        self = .decimal(trimmed)
    }
}

extension Value {
    /// The number a text exactly is, as a value.
    init?(number text: String) {
        switch NumberText(text) {
        case .whole(let digits):
            guard let int = Int(digits) else { return nil }
            self = .int(int)
        case .decimal(let digits):
            guard let double = Double(digits), double.isFinite else { return nil }
            self = .double(double)
        case nil:
            return nil
        }
    }

    var isNumber: Bool {
        switch self {
        case .int, .double: true
        default: false
        }
    }
}
