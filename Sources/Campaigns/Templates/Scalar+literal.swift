import WhatsApp
import Yams

extension Yams.Node.Scalar {
    /// What the author wrote: quoted text is text, and only what YAML 1.2 takes for Boolean is (core schema, §10.3.2).
    var kind: WhatsApp.Node.Kind {
        guard style == .plain || style == .any else { return .string }
        switch Resolver.default.resolveTag(of: .scalar(self)) {
        // What YAML takes for a number and JSON does not (0x1F, .5, 1_000) is passed on as text.
        case .int, .float: return string.isJSONNumber ? .number : .string
        case .bool: return isCoreBoolean ? .boolean : .string
        case .null: return .null
        default: return .string
        }
    }

    /// The text and what it is; the words that YAML has for a Boolean are spelt as in JSON.
    var literal: (text: String, kind: WhatsApp.Node.Kind) {
        let kind = kind
        return (kind == .boolean ? string.lowercased() : string, kind)
    }

    private var isCoreBoolean: Bool { ["true", "True", "TRUE", "false", "False", "FALSE"].contains(string) }
}

extension String {
    /// Whether this is a number as JSON spells it (RFC 8259 §6).
    fileprivate var isJSONNumber: Bool {
        wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil
    }
}
