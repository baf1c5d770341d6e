import Glibc
import NIOHTTP1

extension HTTPHeaders {
    /// How long the server asks everybody to wait: `x-ratelimit-reset`, else `Retry-After`; nil without either.
    ///
    /// `x-ratelimit-reset` counts seconds on one page of the documentation and is a Unix time on another: what is
    /// more than a day is a time (reference/telnyx-whatsapp.md §5).
    func pause(now: Double) -> Duration? {
        // A time that has passed, or less than a millisecond, asks for no particular wait, which is not the same as none.
        let seconds = [reset(now: now), retryAfter(now: now)].compactMap(\.self).first { $0 >= 0.001 }
        guard let seconds else { return nil }
        // An hour is more than any limit of a second or a minute needs; no header makes everybody wait longer.
        return .seconds(Swift.min(seconds, 3600))
    }

    private func reset(now: Double) -> Double? {
        guard let number = value(of: "x-ratelimit-reset").flatMap(Double.init), number.isFinite else { return nil }
        return number > 86400 ? number - now : number
    }

    private func retryAfter(now: Double) -> Double? {
        guard let text = value(of: "retry-after") else { return nil }
        if let number = Double(text), number.isFinite { return number }
        return HTTPDate.seconds(text).map { $0 - now }
    }

    /// Without the white space that may stand around it (RFC 9110 §5.5).
    private func value(of name: String) -> String? {
        guard var value = first(name: name)?.drop(while: \.isWhitespace) else { return nil }
        while value.last?.isWhitespace == true { value.removeLast() }
        return String(value)
    }
}
