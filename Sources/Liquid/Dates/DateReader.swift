/// Reads a date, perhaps with a time and an offset, as people and programs write it.
///
/// `2026-07-03`, `2026/7/3`, `20260703`, `3.7.2026`, `3 July 2026`, `3-Jul-2026`, `July 3, 2026`, each perhaps with a
/// weekday before and `10:00`, `T10:00:00.000Z`, `10:00 pm +02:00` behind. `03/07/2026` is not read: it is the 3rd of
/// July in one country and the 7th of March in another.
struct DateReader {
    private var rest: ArraySlice<UInt8>
    private var date = CalendarDate()

    static func read(lowercased text: [UInt8]) -> Moment? {
        var reader = DateReader(rest: text[...])
        guard reader.readDate(), reader.readTime() else { return nil }
        reader.skipSpace()
        return reader.rest.isEmpty ? Moment(reader.date) : nil
    }

    private mutating func readDate() -> Bool {
        skipWeekday()
        if let month = readName(of: Self.months) { return readMonthFirst(month) }
        guard let (number, digits) = readNumber() else { return false }
        switch digits {
        case 8:
            (date.year, date.month, date.day) = (number / 10_000, number / 100 % 100, number % 100)
            return true
        case 4: return readYearFirst(number)
        case 1, 2: return readDayFirst(number)
        default: return false
        }
    }

    private mutating func readMonthFirst(_ month: Int) -> Bool {
        skipSpace()
        guard let (day, digits) = readNumber(), digits <= 2 else { return false }
        skipSeparator()
        return readYear(day: day, month: month)
    }

    private mutating func readYearFirst(_ year: Int) -> Bool {
        guard let separator = rest.first, separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") else {
            return false
        }
        rest.removeFirst()
        guard let (month, _) = readNumber(), skip(separator), let (day, digits) = readNumber(), digits <= 2 else {
            return false
        }
        (date.year, date.month, date.day) = (year, month, day)
        return true
    }

    private mutating func readDayFirst(_ day: Int) -> Bool {
        if skip(UInt8(ascii: ".")) {
            skipSpace()
            if let (month, _) = readNumber() { return skip(UInt8(ascii: ".")) && readYear(day: day, month: month) }
        } else if !skip(UInt8(ascii: "-")) {
            skipSpace()
        }
        guard let month = readName(of: Self.months) else { return false }
        if !skip(UInt8(ascii: "-")) { skipSeparator() }
        return readYear(day: day, month: month)
    }

    private mutating func readYear(day: Int, month: Int) -> Bool {
        guard let (year, digits) = readNumber(), digits == 4 else { return false }
        (date.year, date.month, date.day) = (year, month, day)
        return true
    }
}

/// Times and offsets.
extension DateReader {
    /// A time if there is one; false when it is wrong.
    private mutating func readTime() -> Bool {
        if !skip(UInt8(ascii: "t")) { skipSpace() }
        guard rest.first?.isDigit == true else { return true }
        guard let (hour, _) = readNumber(), skip(UInt8(ascii: ":")), let minute = readTwoDigits() else { return false }
        (date.hour, date.minute) = (hour, minute)
        if skip(UInt8(ascii: ":")) {
            guard let second = readTwoDigits(), second < 60 else { return false }
            date.second = second
            if skip(UInt8(ascii: ".")) { rest = rest.drop(while: \.isDigit) }
        }
        skipSpace()
        return readHalf() && readOffset()
    }

    private mutating func readHalf() -> Bool {
        guard let half = readName(of: ["am", "pm"]) else { return true }
        guard (1...12).contains(date.hour) else { return false }
        date.hour = date.hour % 12 + (half == 2 ? 12 : 0)
        skipSpace()
        return true
    }

    private mutating func readOffset() -> Bool {
        if readName(of: ["z", "utc", "gmt"]) != nil { return true }
        guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return true }
        rest.removeFirst()
        guard var (number, digits) = readNumber() else { return false }
        if digits == 2 {
            let minutes = skip(UInt8(ascii: ":")) ? readTwoDigits() : 0
            guard let minutes else { return false }
            (number, digits) = (number * 100 + minutes, 4)
        }
        guard digits == 4, number < 24_00, number % 100 < 60 else { return false }
        date.offset = (number / 100 * 60 + number % 100) * (sign == UInt8(ascii: "-") ? -60 : 60)
        return true
    }
}

/// Words, numbers and what is between them.
extension DateReader {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private mutating func skipWeekday() {
        skipSpace()
        if readName(of: Self.weekdays) != nil { skipSeparator() }
    }

    /// The number, from 1, of the name that is next, written out or by its first three letters.
    private mutating func readName(of names: [String]) -> Int? {
        let word = rest.prefix(while: \.isLetter)
        guard !word.isEmpty else { return nil }
        let isThisOne = { (name: String) in
            name.utf8.starts(with: word) && (word.count == name.utf8.count || word.count == 3)
        }
        guard let index = names.firstIndex(where: isThisOne) else { return nil }
        rest = rest[word.endIndex...]
        return index + 1
    }

    /// A number of at most eight digits.
    private mutating func readNumber() -> (value: Int, digits: Int)? {
        let digits = rest.prefix(while: \.isDigit)
        guard (1...8).contains(digits.count) else { return nil }
        rest = rest[digits.endIndex...]
        return (digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, digits.count)
    }

    private mutating func readTwoDigits() -> Int? {
        guard let (value, digits) = readNumber(), digits == 2 else { return nil }
        return value
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func skipSpace() {
        rest = rest.drop(while: \.isWhitespace)
    }

    /// A comma, a full stop or nothing, and spaces.
    private mutating func skipSeparator() {
        if !skip(UInt8(ascii: ",")) { _ = skip(UInt8(ascii: ".")) }
        skipSpace()
    }
}
