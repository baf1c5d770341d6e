import FoundationEssentials

/// A tally with facts around it, as one flat JSON object.
///
/// Its keys are part of the contract with scripts.
struct TallyDocument: Encodable {
    private let tally: Tally
    private let texts: [String: String]
    private let numbers: [String: Double]

    init(_ tally: Tally, _ texts: [String: String], numbers: [String: Double] = [:]) {
        self.tally = tally
        self.texts = texts
        self.numbers = numbers
    }

    /// One line, keys in alphabetical order.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(tally.rows, forKey: Key("rows"))
        for status in Status.shown { try values.encode(tally[status], forKey: Key(status.rawValue)) }
        for (name, text) in texts { try values.encode(text, forKey: Key(name)) }
        for (name, number) in numbers { try values.encode(number, forKey: Key(name)) }
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(_ name: String) { self.stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}

extension Tally {
    /// One line for each status that rows have.
    var lines: [String] {
        Status.shown.filter { self[$0] > 0 }.map { status in
            let name = status.rawValue
            return "  \(name)\(String(repeating: " ", count: max(10 - name.count, 1)))\(self[status])"
        }
    }
}
