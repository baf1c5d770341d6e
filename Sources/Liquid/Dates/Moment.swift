import Glibc

/// A point in time with the offset from UTC it was written with.
struct Moment: Sendable, Equatable {
    let secondsSince1970: Int
    let offset: Int

    init(secondsSince1970: Int, offset: Int = 0) {
        self.secondsSince1970 = secondsSince1970
        self.offset = offset
    }

    /// The moment so many seconds after the beginning of 1970; nil outside of the years 1 to 9999.
    init?(timestamp: Int) {
        guard (-62_135_596_800...253_402_300_799).contains(timestamp) else { return nil }
        self.init(secondsSince1970: timestamp)
    }

    /// The moment of a calendar date; nil when there is no such day or time.
    init?(_ date: CalendarDate) {
        guard date.exists else { return nil }
        let minutes = (date.daysSince1970 * 24 + date.hour) * 60 + date.minute
        self.init(secondsSince1970: minutes * 60 + date.second - date.offset, offset: date.offset)
    }

    /// The moment by a pattern of the C library's `strftime`, where it was written; nothing for a year that no `Int32`
    /// holds.
    ///
    /// - Parameter pattern: without NUL, which would end it.
    func formatted(_ pattern: String) -> String {
        guard var time = unsafe brokenDown else { return "" }
        // A directive of two letters becomes 24 at most (`%c`), one with a width as many as the two digits of it say.
        let most = pattern.utf8.count * 32 + 1
        return unsafe withUnsafeTemporaryAllocation(byteCount: most, alignment: 1) { buffer in
            let text = unsafe buffer.bindMemory(to: CChar.self)
            let length = unsafe strftime(text.baseAddress, text.count, pattern, &time)
            return unsafe String(decoding: buffer[..<length], as: UTF8.self)
        }
    }

    private var brokenDown: tm? {
        var time = unsafe tm()
        var (seconds, overflow) = secondsSince1970.addingReportingOverflow(offset)
        guard !overflow, unsafe gmtime_r(&seconds, &time) != nil else { return nil }
        return unsafe time
    }
}

/// A date and time as written, not yet known to exist.
struct CalendarDate: Equatable {
    var year = 1970
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    /// Seconds ahead of UTC.
    var offset = 0

    /// Whether there is such a day, and such a time on it.
    var exists: Bool {
        guard (1...12).contains(month), (0...23).contains(hour), (0...59).contains(minute) else { return false }
        let first = CalendarDate(year: year, month: month)
        let next = month == 12 ? CalendarDate(year: year + 1) : CalendarDate(year: year, month: month + 1)
        return (1...next.daysSince1970 - first.daysSince1970).contains(day)
    }

    /// By the Gregorian calendar, which repeats itself every 400 years; from the year 0 on.
    var daysSince1970: Int {
        // Years that begin in March have the day that comes every four years at their end.
        let marchYear = 400 + (month > 2 ? year : year - 1)
        let marchMonth = (month + 9) % 12
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        return marchYear * 365 + leapDays + (marchMonth * 153 + 2) / 5 + day - 1 - 865_565
    }
}
