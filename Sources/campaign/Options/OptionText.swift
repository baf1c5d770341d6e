import ArgumentParser
import Campaigns
import Sandbox

/// How the text of an option becomes its value, or a sentence that says what is right.
enum OptionText {
    static func rate(_ text: String) throws -> Rate {
        try read(
            text, Rate.init(_:),
            else: "Write messages and their unit of time, such as 80/s, 4800/min or 20000/h, from 1 to 1000000.")
    }

    static func timeSpan(_ text: String) throws -> TimeSpan {
        try read(
            text, TimeSpan.init(_:),
            else: "Write a duration with its unit (ms, s, min, h), at most a day, such as \(example(text)).")
    }

    /// A time in which something can happen.
    static func timeLimit(_ text: String) throws -> TimeSpan {
        let time = try timeSpan(text)
        guard time.duration > .zero else { throw ValidationError("Write a duration longer than nothing, such as 30s.") }
        return time
    }

    static func wholeNumber(_ range: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
        let bounds =
            range.upperBound == .max
            ? ", at least \(range.lowerBound)" : " from \(range.lowerBound) to \(range.upperBound)"
        return { text in
            try read(
                text, { Int($0).flatMap { range.contains($0) ? $0 : nil } }, else: "Write a whole number\(bounds).")
        }
    }

    static func seed(_ text: String) throws -> UInt64 {
        try read(text, { UInt64($0) }, else: "Write a whole number, at least 0.")
    }

    static func failure(_ text: String) throws -> Failure { try explained { try Failure(text) } }

    static func probability(_ text: String) throws -> Probability { try explained { try Probability(text) } }

    /// The number that was written, in seconds.
    private static func example(_ text: String) -> String {
        Int(text).flatMap { (1...86400).contains($0) ? "\($0)s" : nil } ?? "30s"
    }

    private static func read<Value>(
        _ text: String, _ parse: (String) -> Value?, else sentence: String
    ) throws -> Value {
        guard let value = parse(text) else { throw ValidationError(sentence) }
        return value
    }

    /// What `parse` makes, whose errors say themselves what is wrong.
    private static func explained<Value>(_ parse: () throws -> Value) throws -> Value {
        do {
            return try parse()
        } catch {
            throw ValidationError("\(error).")
        }
    }
}
