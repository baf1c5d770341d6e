/// The filter that writes dates.
extension Filter {
    /// The date in the input as the argument's pattern says.
    ///
    /// The input is a date as `DateReader` reads it, seconds since the beginning of 1970, `now` or `today`. Nil stays
    /// nil. What is no date is an error in strict mode, otherwise it is passed through.
    static let date = Filter("date", arguments: 1...1) { (input, call) throws(RenderError) in
        let pattern = (call.first ?? .null).text
        guard input != .null, !pattern.isEmpty else { return input }
        guard let moment = moment(input, call) else {
            guard call.mode == .lenient else { throw .notADate(input.text, filter: call.filter) }
            return input
        }
        return .string(try DateFormat(pattern: pattern).format(moment, call))
    }

    private static func moment(_ input: Value, _ call: Call) -> Moment? {
        switch input {
        case .int(let seconds): return Moment(timestamp: seconds)
        case .string(let text):
            if ["now", "today"].contains(text.lowercased()) { return call.now.moment }
            if let moment = DateReader.read(text) { return moment }
            return text.utf8.allSatisfy(\.isDigit) ? Int(text).flatMap(Moment.init(timestamp:)) : nil
        default: return nil
        }
    }
}
