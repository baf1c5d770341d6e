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

    @Test func `a mark is set by reading any byte`() {
        let mark = WrittenMark()
        let bytes = MarkedBytes(bytes: [1, 2, 3], mark: mark)
        #expect(bytes.count == 3)
        #expect(bytes.indices == 0..<3)
        #expect(!mark.isSet)
        #expect(bytes[1] == 2)
        #expect(mark.isSet)
    }

    @Test func `a mark is set by copying the bytes`() {
        let mark = WrittenMark()
        #expect(Array(MarkedBytes(bytes: [1, 2, 3], mark: mark)) == [1, 2, 3])
        #expect(mark.isSet)
    }
}
