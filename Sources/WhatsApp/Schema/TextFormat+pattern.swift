/// What a form of text looks like, as a regular expression of ECMA-262.
extension TextFormat {
    /// The form, as far as an expression can say it that all validators read alike; nil where it can say nothing.
    var pattern: String? {
        switch self {
        case .any: nil
        case .plain: #"^(?![\s\S]*\#(Self.marked))[\s\S]*\S"#
        case .templateValue: #"^(?!.* {5})[^\n\r\t]*\S[^\n\r\t]*$"#
        case .url: "^\(Self.scheme)\(Self.host)\(Self.port)\(Self.afterAuthority)$"
        case .namedURL:
            "^\(Self.scheme)\(Self.beforeName)\(Self.host)\(Self.port)\(Self.afterAuthority)$"
        case .templateName: "^[a-z0-9_]+$"
        case .languageCode: "^[a-z]{2,3}(_[A-Z]{2})?$"
        case .alphanumeric: "^[A-Za-z0-9]+$"
        case .digits: "^[0-9]*$"
        case .currencyCode: "^[A-Z]{3}$"
        case .decimal(let range):
            "^([+]?\(Self.decimals(to: range.upperBound))|-\(Self.decimals(to: -range.lowerBound)))$"
        case .date: "^([0-9]{4}-(\(Self.dayOfYear)))?$"
        case .trimmed: #"^\S([\s\S]*\S)?$"#
        case .lineBreaks(let most): #"^(?=[\s\S]*\S)[^\n]*(\n[^\n]*){0,\#(most)}$"#
        case .oneOf, .withoutEmoji, .phoneNumber, .recipient, .uuid: nil
        }
    }

    /// A part between two marks that WhatsApp's formatting takes for its own.
    private static let marked =
        #"(^|[\x00-\x2F\x3A-\x40\x5B-\x60\x7B-\x7F])([*_~`])(?!\2)[^\x00-\x20]([\s\S]*(?!\2)[^\x00-\x20])?"#
        + #"\2([\x00-\x2F\x3A-\x40\x5B-\x60\x7B-\x7F]|$)"#

    private static let scheme = "[Hh][Tt][Tt][Pp][Ss]?://"
    /// Labels with dots between them and perhaps behind them.
    private static let host = #"(?!-)\#(label)(\.\#(label))*\.?"#
    /// Letters, digits, hyphens, underscores, and all of other scripts.
    private static let label = #"[^\x00-\x2C\x2E\x2F\x3A-\x40\x5B-\x5E\x60\x7B-\x7F]+"#
    private static let port = "(:0*(\((0...65_535).numerals)))?"
    private static let afterAuthority = #"([/?#][^\x00-\x20"<>\\^`{|}\x7F]*)?"#
    /// A host with a dot that is not digits and dots only.
    private static let beforeName = #"(?=[^/?#:]*\.)(?![0-9.]+([/?#:]|$))"#

    private static let dayOfYear =
        "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9])"

    /// Decimal numbers from 0 to a whole bound.
    private static func decimals(to bound: Double) -> String {
        let most = Int(bound)
        return #"0*((\#((0...most - 1).numerals))(\.[0-9]+)?|\#(most)(\.0+)?)"#
    }
}

extension ClosedRange<Int> {
    /// The whole numbers of the range as JSON spells them; all of them where it has negative ones.
    var pattern: String { lowerBound < 0 ? "^(0|-?[1-9][0-9]*)$" : "^(\(numerals))$" }

    /// The decimal numerals of a range that begins at 0 or above, as alternatives of a regular expression.
    ///
    /// `8...120` is `[8-9]|[1-9][0-9]|1[0-1][0-9]|120`: each alternative is the longest stretch in which one digit
    /// grows and those behind it are free.
    fileprivate var numerals: String {
        var alternatives: [String] = []
        var next = lowerBound
        while next <= upperBound {
            var power = 1
            while next > 0, next.isMultiple(of: power * 10), next + power * 10 - 1 <= upperBound { power *= 10 }
            let digit = next / power % 10
            let last = Swift.min(9, digit + (upperBound + 1 - next) / power - 1)
            let prefix = next / power / 10
            let free = String(power).utf8.count - 1
            alternatives.append(
                (prefix > 0 ? "\(prefix)" : "") + (digit < last ? "[\(digit)-\(last)]" : "\(digit)")
                    + (free > 0 ? "[0-9]" : "") + (free > 1 ? "{\(free)}" : ""))
            next += (last - digit + 1) * power
        }
        return alternatives.joined(separator: "|")
    }
}
