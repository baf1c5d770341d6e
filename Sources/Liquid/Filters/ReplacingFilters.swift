/// Filters that look for a text in a text.
extension Filter {
    static let replacing = [
        Filter("replace", arguments: 1...2) { (input, call) throws(RenderError) in
            try replace(.all, in: input, call, by: call.second)
        },
        Filter("replace_first", arguments: 1...2) { (input, call) throws(RenderError) in
            try replace(.first, in: input, call, by: call.second)
        },
        Filter("replace_last", arguments: 2...2) { (input, call) throws(RenderError) in
            try replace(.last, in: input, call, by: call.second)
        },
        Filter("remove", arguments: 1...1) { (input, call) throws(RenderError) in
            try replace(.all, in: input, call, by: nil)
        },
        Filter("remove_first", arguments: 1...1) { (input, call) throws(RenderError) in
            try replace(.first, in: input, call, by: nil)
        },
        Filter("remove_last", arguments: 1...1) { (input, call) throws(RenderError) in
            try replace(.last, in: input, call, by: nil)
        },
        Filter("strip_newlines") { replaceLineEnds(in: $0, by: "") },
        Filter("newline_to_br") { replaceLineEnds(in: $0, by: "<br />\n") },
    ]

    private enum Occurrences {
        case all, first, last
    }

    private static func replace(
        _ occurrences: Occurrences, in input: Value, _ call: Call, by replacement: Value?
    ) throws(RenderError) -> Value {
        let text = Array(input.text.utf8)
        let part = Array((call.first ?? .null).text.utf8)
        let replacement = Array((replacement ?? .null).text.utf8)
        let ranges: [Range<Int>] =
            switch occurrences {
            case .all: allRanges(of: part, in: text)
            case .first: ByteSearch.firstRange(of: part, in: text).map { [$0] } ?? []
            case .last: ByteSearch.lastRange(of: part, in: text).map { [$0] } ?? []
            }
        guard ranges.count * replacement.count <= Limit.output else { throw .tooLong(limit: Limit.output) }
        return .string(replace(ranges, of: text, by: replacement))
    }

    /// Where the part occurs without overlaps; if it is empty, before every code point and at the end.
    private static func allRanges(of part: [UInt8], in text: [UInt8]) -> [Range<Int>] {
        guard !part.isEmpty else {
            let starts = text.indices.filter { !UTF8.isContinuation(text[$0]) } + [text.count]
            return starts.map { $0..<$0 }
        }
        var ranges: [Range<Int>] = []
        var start = 0
        while let range = ByteSearch.firstRange(of: part, in: text, from: start) {
            ranges.append(range)
            start = range.upperBound
        }
        return ranges
    }

    private static func replace(_ ranges: [Range<Int>], of text: [UInt8], by replacement: [UInt8]) -> String {
        var result: [UInt8] = []
        var start = 0
        for range in ranges {
            result += text[start..<range.lowerBound]
            result += replacement
            start = range.upperBound
        }
        return String(decoding: result + text[start...], as: UTF8.self)
    }

    private static func replaceLineEnds(in text: String, by replacement: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            guard byte == UInt8(ascii: "\n") else {
                result.append(byte)
                continue
            }
            if result.last == UInt8(ascii: "\r") { result.removeLast() }
            result += replacement.utf8
        }
        return String(decoding: result, as: UTF8.self)
    }
}
