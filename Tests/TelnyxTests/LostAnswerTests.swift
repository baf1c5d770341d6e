import NIOCore
import Testing

@testable import Telnyx

/// What the lack of an answer means, whatever the error.
@Suite struct LostAnswerTests {
    struct Trouble: Error, CustomStringConvertible {
        let description = "trouble"
    }

    @Test func `a request that was not written was not sent`() {
        let reason = Outcome.Reason(code: "not_connected", sentence: "No connection to Telnyx: trouble.")
        #expect(Outcome(Trouble(), requestWasWritten: false) == .notSent(reason))
    }

    @Test func `a request that was written may have been taken`() {
        let outcome = Outcome.ambiguous(
            "connection_lost", "The request was sent, and the answer was lost: trouble.")
        #expect(Outcome(Trouble(), requestWasWritten: true) == outcome)
    }

    @Test func `an answer that is too long may stand for a message that was taken`() {
        let outcome = Outcome.ambiguous(
            "connection_lost", "The request was sent, and the answer was lost: the answer is longer than 1 MiB.")
        #expect(Outcome(UnreadableAnswer.tooLong, requestWasWritten: true) == outcome)
    }

    @Test func `a body leaves once, behind its gate, and is marked before`() async {
        let mark = WrittenMark()
        let gate = WrittenMark()
        let body = GatedBody(bytes: ByteBuffer(bytes: [1, 2, 3]), mark: mark) {
            #expect(!mark.isSet)
            gate.set()
        }
        var parts = body.makeAsyncIterator()
        #expect(!gate.isSet)
        #expect(await parts.next() == ByteBuffer(bytes: [1, 2, 3]))
        #expect(gate.isSet)
        #expect(mark.isSet)
        #expect(await parts.next() == nil)
    }
}
