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
        var time = unsafe tm()
        unsafe time.tm_year = Int32(date.year - 1900)
        unsafe time.tm_mon = Int32(date.month - 1)
        unsafe time.tm_mday = Int32(date.day)
        unsafe time.tm_hour = Int32(date.hour)
        unsafe time.tm_min = Int32(date.minute)
        unsafe time.tm_sec = Int32(date.second)
        let seconds = unsafe timegm(&time)
        // The C library turns the 30th of February into the 1st of March.
        guard unsafe time.tm_mon == date.month - 1, unsafe time.tm_hour == date.hour,
            unsafe time.tm_min == date.minute
        else { return nil }
        self.init(secondsSince1970: seconds - date.offset, offset: date.offset)
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
}
