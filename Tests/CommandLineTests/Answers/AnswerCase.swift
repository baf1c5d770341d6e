import Glibc
import RawServer
import Testing

/// What a server does to the one message of a campaign, and how that ends.
struct AnswerCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What the server does, connection by connection.
    let script: [[Step]]
    /// What `{port}` in the base URL stands for is the server's port.
    var baseURL = "http://127.0.0.1:{port}/v2"
    var options: [String] = []
    let code: Int32
    /// Requests that reach the server.
    let posts: Int
    /// Status, error code and attempts in the result CSV.
    let row: String
    /// How long the second request comes behind the first at least.
    var pause = Duration.zero

    /// The server answers once.
    init(_ name: String, _ answers: String..., options: [String] = [], exit code: Int32, _ row: String) {
        self.init(
            name, [.read] + answers.map(Step.write) + [.stall], options: options, exit: code, posts: 1, row)
    }

    /// The server does something else, once.
    init(
        _ name: String, _ steps: [Step], baseURL: String? = nil, options: [String] = [], exit code: Int32, posts: Int,
        _ row: String
    ) {
        self.testDescription = name
        self.script = [steps]
        self.options = options
        self.code = code
        self.posts = posts
        self.row = row
        if let baseURL { self.baseURL = baseURL }
    }

    /// The server turns the message away, then takes it.
    init(
        _ name: String, thenTaken first: @escaping @Sendable (Int) -> String, options: [String] = [],
        pause: Duration = .zero
    ) {
        self.testDescription = name
        let second = [Step.read, .write(answer("200 OK", Self.taken)), .stall]
        self.script = [[.read, .writeNow(first)] + second, second]
        self.options = options
        self.code = 0
        self.posts = 2
        self.row = "accepted  2"
        self.pause = pause
    }

    /// The body of a success.
    static let taken = #"{"data":{"id":"m-1"}}"#

    /// The body of an error.
    static func error(_ code: String, _ rest: String = "") -> String {
        #"{"errors":[{"code":"\#(code)","title":"Trouble"\#(rest)}]}"#
    }

    /// A time as HTTP says it (RFC 9110 §5.6.7).
    static func date(_ seconds: Int) -> String {
        var (time, parts, text) = unsafe (time_t(seconds), tm(), [CChar](repeating: 0, count: 64))
        unsafe gmtime_r(&time, &parts)
        let count = unsafe strftime(&text, text.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
        return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
