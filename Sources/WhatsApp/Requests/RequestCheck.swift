import FoundationEssentials

/// Checks whole request bodies against the shapes.
package enum RequestCheck {
    /// Everything wrong with `body`, the JSON of one request; empty for a valid one.
    ///
    /// Warnings are no problems. A field that stands twice counts once, for the JSON decoder keeps one of them.
    /// Linear in the body.
    ///
    /// - Parameter now: Milliseconds since 1970; an offer must end later.
    package static func problems(in body: [UInt8], now: Int) -> [RequestProblem] {
        let root: Node
        do {
            root = try JSONDecoder().decode(JSONNode.self, from: Data(body)).node
        } catch {
            return [unreadable(body)]
        }
        guard case .object = root.content else {
            return [.notReadable("10015", "Bad Request", "The body is \(root.noun); a request is needed.")]
        }
        var check = ShapeCheck(.strict, now: now)
        _ = check.typed(root, as: .request)
        return (check.errors + sameNumber(root)).map { RequestProblem($0) }
    }

    /// Nobody writes to themselves (reference/whatsapp-rules.md §1.0).
    private static func sameNumber(_ root: Node) -> [ShapeFinding] {
        guard let sender = root["from"]?.literal, sender == root["to"]?.literal else { return [] }
        return [
            ShapeFinding(
                problem: Problem(.conflict, "is the sender's own number"), path: "to", place: .none, isWarning: false)
        ]
    }

    private static func unreadable(_ body: [UInt8]) -> RequestProblem {
        String(validating: body, as: UTF8.self) == nil
            ? .notReadable("10028", "Invalid encoding", "The body is not UTF-8.")
            : .notReadable("10023", "Invalid JSON", "The body is not JSON.")
    }
}

extension Shape {
    /// The body of a request (reference/telnyx-whatsapp.md §2.1).
    static let request = object(
        "a request",
        [
            .required("from", text(1...Int.max, .phoneNumber), "the sender"),
            .required("to", text(1...Int.max, .recipient), "the recipient"),
            .optional("type", word("WHATSAPP"), "always 'WHATSAPP'"),
            .required("whatsapp_message", message, "the message"),
            .optional("webhook_url", text(1...2000, .url), "where status webhooks go"),
            .optional("messaging_profile_id", text(1...Int.max, .uuid), "the messaging profile"),
        ])
}
