/// One thing wrong with a request, in the words of Telnyx's error envelope (reference/telnyx-whatsapp.md §4.1).
package struct RequestProblem: Sendable, Equatable {
    /// Digits: one of the general codes of §4.3.
    package let code: String
    /// The code in words.
    package let title: String
    /// One plain sentence.
    package let detail: String
    /// RFC 6901: `/whatsapp_message/template/components/0/type`; empty for the whole body.
    package let pointer: String

    /// One entry of the envelope.
    package init(code: String, title: String, detail: String, pointer: String) {
        self.code = code
        self.title = title
        self.detail = detail
        self.pointer = pointer
    }

    init(_ finding: ShapeFinding) {
        let subject = finding.path.steps.isEmpty ? "The request" : finding.path.description
        let (code, title) = RequestProblem.name(of: finding.problem.code)
        self.init(
            code: code, title: title, detail: finding.problem.sentence(about: subject), pointer: finding.path.pointer)
    }

    static func notReadable(_ code: String, _ title: String, _ detail: String) -> RequestProblem {
        RequestProblem(code: code, title: title, detail: detail, pointer: "")
    }

    /// The general code of §4.3 that comes nearest; what no code names cannot be processed (10027).
    private static func name(of code: Problem.Code) -> (code: String, title: String) {
        switch code {
        case .invalidURL: ("10003", "Invalid URL")
        case .missingField, .missingValue: ("10004", "Missing required parameter")
        case .invalidNumber: ("10016", "Phone number must be in +E.164 format")
        case .tooLong, .wrongCount: ("10025", "Invalid value length")
        case .wrongKind, .notANumber, .notABoolean: ("10026", "Invalid value type")
        case .unknownWord: ("10032", "Invalid enum value")
        case .outOfRange, .expired: ("10033", "Value outside of range")
        default: ("10027", "Unprocessable entity")
        }
    }
}
