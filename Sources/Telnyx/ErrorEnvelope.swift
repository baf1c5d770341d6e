internal import FoundationEssentials

/// The body of an answer that is no success (reference/telnyx-whatsapp.md §4.1), decoded leniently.
struct ErrorEnvelope: Decodable {
    let errors: [Entry]

    struct Entry: Decodable {
        let code: String
        let title: String
        let detail: String?
        let source: Source?
    }

    struct Source: Decodable {
        let pointer: String?
    }
}

extension ErrorEnvelope {
    /// Nil unless the bytes are Telnyx's envelope with at least one error.
    init?(_ body: [UInt8]) {
        do {
            self = try JSONDecoder().decode(ErrorEnvelope.self, from: Data(body))
        } catch {
            // What is no envelope comes from a proxy, or is cut off; the caller says so.
            return nil
        }
        if errors.isEmpty { return nil }
    }

    /// The first of these codes that an error has; nil if none has one.
    func code(among codes: Set<String>) -> String? { errors.first { codes.contains($0.code) }?.code }

    /// A code, the first that an error has unless given, and all that the errors say in one line.
    func reason(status: Int, code: String? = nil) -> Outcome.Reason {
        Outcome.Reason(
            code: code ?? errors.first { !$0.code.isEmpty }?.code ?? "http_\(status)",
            sentence: errors.map(\.sentence).joined(separator: " ")
        )
    }
}

extension ErrorEnvelope.Entry {
    fileprivate var sentence: String {
        var parts = [title.trimmedSentence]
        if let detail, !detail.isEmpty, detail != title { parts.append(detail.trimmedSentence) }
        let place = source?.pointer.map { " (\($0.trimmedSentence))" } ?? ""
        return parts.joined(separator: ": ") + place + "."
    }

    private enum CodingKeys: String, CodingKey { case code, title, detail, source }

    /// A code is a string of digits; a number is taken too.
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        do {
            code = try values.decode(String.self, forKey: .code).trimmedSentence
        } catch DecodingError.typeMismatch {
            code = String(try values.decode(Int.self, forKey: .code))
        }
        title = try values.decodeIfPresent(String.self, forKey: .title) ?? "Error\(code.isEmpty ? "" : " \(code)")"
        // These two only help people; where they have another form, the code and the title still count.
        detail = try? values.decodeIfPresent(String.self, forKey: .detail)
        source = try? values.decodeIfPresent(ErrorEnvelope.Source.self, forKey: .source)
    }
}

extension String {
    /// One line of what can be shown, without a full stop at its end; of a very long one the beginning.
    fileprivate var trimmedSentence: String {
        let words = unicodeScalars.prefix(500).split { Self.unfit.contains($0.properties.generalCategory) }
        let line = words.map(String.init).joined(separator: " ")
        return line.hasSuffix(".") ? String(line.dropLast()) : line
    }

    /// What ends a line, moves the cursor or turns the direction of the text.
    private static let unfit: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
}
