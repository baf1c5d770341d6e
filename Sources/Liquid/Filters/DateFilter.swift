/// The filter that writes dates.
extension Filter {
    /// The date in the input as the argument's pattern says.
    ///
    /// The input is a date as `DateReader` reads it, seconds since the beginning of 1970, `now` or `today`. Nil stays
    /// nil. What is no date is an error in strict mode, otherwise it is passed through; so is a text of digits that are
    /// no seconds of the years 1973 to 2286.
    static let date = Filter(
        "date",
        compiling: { pattern, mode in
            guard !pattern.text.isEmpty else { return { input, _ in input } }
            // A wrong pattern is no matter where there is no date.
            let format = Result { () throws(RenderError) in try DateFormat(pattern.text, mode: mode) }
            return { (input, call) throws(RenderError) in
                if input == .null { return input }
                if let moment = moment(input, call) { return .string(try format.get().format(moment)) }
                guard call.mode == .lenient else { throw .notADate(input.text, filter: call.filter) }
                return input
            }
        })

    private static func moment(_ input: Value, _ call: Call) -> Moment? {
        switch input {
        case .int(let seconds): return Moment(timestamp: seconds)
        case .string(let text):
            var word = Array(text.utf8)
            for index in word.indices { word[index] = word[index].lowercased }
            if word.elementsEqual("now".utf8) || word.elementsEqual("today".utf8) { return call.now }
            if let moment = DateReader.read(lowercased: word) { return moment }
            // A short number is a year, or what a spreadsheet counts its days by.
            guard word.allSatisfy(\.isDigit), call.mode == .lenient || (9...10).contains(word.count) else { return nil }
            return Int(text).flatMap(Moment.init(timestamp:))
        default: return nil
        }
    }
}
