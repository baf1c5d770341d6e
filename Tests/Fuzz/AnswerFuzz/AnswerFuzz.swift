import FuzzDriver
import NIOHTTP1
import Telnyx

/// Feeds arbitrary answers to their decoder: each is one outcome, none is accepted without an id that stands in it, and
/// a pause is neither negative nor endless.
///
/// The first two bytes are the status, the first line the headers of a pause, the rest the body.
@main
enum AnswerFuzz {
    static func main() {
        unsafe runFuzzer { start, count in
            fuzz(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
    }
}

private func fuzz(_ input: [UInt8]) {
    guard input.count >= 2 else { return }
    let status = Int(input[0]) << 2 | Int(input[1] & 3)
    let rest = input.dropFirst(2)
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    let body = Array(rest.dropFirst(line.count + 1))
    let headers = String(decoding: line, as: UTF8.self).split(separator: "|", omittingEmptySubsequences: false)
    let names = ["x-ratelimit-reset", "Retry-After"]
    let outcome = Outcome(
        status: status, headers: HTTPHeaders(zip(names, headers).map { ($0, String($1)) }), body: body,
        now: 1_800_000_000)
    check(outcome, status, body)
}

private func check(_ outcome: Outcome, _ status: Int, _ body: [UInt8]) {
    switch outcome {
    case .accepted(let id, _):
        precondition((200..<300).contains(status), "accepted with \(status)")
        precondition(!id.isEmpty, "accepted without an id")
    case .tryLater(let reason, let pause):
        precondition((400..<500).contains(status), "try later with \(status)")
        precondition(
            pause.map { $0 > .zero && $0 <= .seconds(3600) } ?? true, "a pause of \(String(describing: pause))")
        check(reason)
    case .refused(let reason):
        // Only Telnyx's own envelope may settle a message for good.
        precondition((400..<500).contains(status) && body.contains(UInt8(ascii: "{")), "refused with \(status)")
        check(reason)
    case .account(let reason):
        precondition((400..<500).contains(status), "account with \(status)")
        check(reason)
    case .ambiguous(let reason): check(reason)
    case .notSent: preconditionFailure("an answer came, so something was sent")
    }
}

private func check(_ reason: Outcome.Reason) {
    precondition(!reason.sentence.isEmpty, "no sentence")
    precondition(!reason.sentence.contains(where: \.isNewline), "more than one line: \(reason.sentence)")
}
