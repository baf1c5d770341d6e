/// Where a value stands in a message: field names and list positions from the root.
///
/// A literal reads `template.components[0].type`; the empty one is the root.
package struct Path: Sendable, Equatable {
    /// One step down.
    package enum Step: Sendable, Equatable {
        case field(String)
        case index(Int)
    }

    /// From the root on; empty for the root itself.
    package var steps: [Step]

    /// The path of these steps.
    package init(_ steps: [Step] = []) {
        self.steps = steps
    }

    /// RFC 6901: `/template/components/0/type`.
    package var pointer: String {
        steps.map { step in
            switch step {
            case .field(let name):
                "/"
                    + name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
                    .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
            case .index(let index): "/\(index)"
            }
        }.joined()
    }

    static func + (path: Path, step: Step) -> Path { Path(path.steps + [step]) }
}

extension Path: CustomStringConvertible {
    /// As it stands in sentences; the root is called the message.
    package var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .field(let name): text += text.isEmpty ? name : ".\(name)"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text.isEmpty ? "The message" : text
    }
}

extension Path: ExpressibleByStringLiteral {
    /// Takes digits for a position in a list.
    package init(stringLiteral text: String) {
        self.init(
            text.split(whereSeparator: { ".[]".contains($0) }).map { part in
                Int(part).map(Step.index) ?? .field(String(part))
            })
    }
}
