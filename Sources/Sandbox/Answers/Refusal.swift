import HTTPTypes
import WhatsApp

/// A send that is not carried out, as the client sees it.
struct Refusal: Error, Sendable, Equatable {
    enum Body: Sendable, Equatable {
        /// Telnyx's envelope, `reference/telnyx-whatsapp.md` §4.1.
        case errors([ErrorEntry])
        /// What a proxy in front of Telnyx may answer instead.
        case page(String)
    }

    let status: Int
    let body: Body
    var headers: HTTPFields = [:]

    init(status: Int, page: String) {
        self.status = status
        body = .page(page)
    }

    init(_ status: Int, _ code: String, _ title: String, _ detail: String, pointer: String? = nil) {
        self.status = status
        body = .errors([ErrorEntry(code: code, title: title, detail: detail, pointer: pointer)])
    }

    /// Everything wrong with a body: 400 where it could not be read as JSON (10015, 10023, 10028), else 422 (§4.2, §4.3).
    init(_ problems: [RequestProblem]) {
        let isMalformed = problems.contains { ["10015", "10023", "10028"].contains($0.code) }
        status = isMalformed ? 400 : 422
        body = .errors(
            problems.map { ErrorEntry(code: $0.code, title: $0.title, detail: $0.detail, pointer: $0.pointer) }
        )
    }

    /// The same refusal with one more header field.
    func with(_ name: HTTPField.Name, _ value: String) -> Refusal {
        var copy = self
        copy.headers[name] = value
        return copy
    }
}

/// One entry of Telnyx's error envelope.
struct ErrorEntry: Encodable, Sendable, Equatable {
    let code: String
    let title: String
    let detail: String
    let source: Source?

    struct Source: Encodable, Sendable, Equatable {
        let pointer: String
    }

    init(code: String, title: String, detail: String, pointer: String?) {
        self.code = code
        self.title = title
        self.detail = detail
        source = pointer.map(Source.init)
    }
}
