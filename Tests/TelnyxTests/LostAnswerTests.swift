import NIOCore
import NIOSSL
import Testing

@testable import Telnyx

/// What the lack of an answer means, whatever the error.
@Suite struct LostAnswerTests {
    struct Trouble: Error, CustomStringConvertible {
        let description = "trouble"
    }

    @Test func `a request that was not written was not sent`() {
        let reason = Outcome.Reason(code: "not_connected", sentence: "No connection to Telnyx: trouble.")
        #expect(Outcome(Trouble(), bodyMayHaveLeft: false) == .notSent(reason))
    }

    @Test func `a request that was written may have been taken`() {
        let outcome = Outcome.ambiguous(
            "connection_lost", "The request was sent, and the answer was lost: trouble.")
        #expect(Outcome(Trouble(), bodyMayHaveLeft: true) == outcome)
    }

    @Test func `an answer that is too long may stand for a message that was taken`() {
        let outcome = Outcome.ambiguous(
            "connection_lost", "The request was sent, and the answer was lost: the answer is longer than 1 MiB.")
        #expect(Outcome(UnreadableAnswer.tooLong, bodyMayHaveLeft: true) == outcome)
    }

    /// A server that goes away without a word had TLS all right.
    @Test(arguments: [
        (NIOSSLError.uncleanShutdown, "remote connection closed"),
        (.handshakeFailed(.noError), "the server does not speak TLS, or its certificate is not trusted"),
    ])
    func `what goes wrong with TLS is told apart`(_ error: NIOSSLError, _ words: String) {
        #expect(error.plainDescription == words)
    }

    @Test func `a body leaves once, behind its gate`() async throws {
        let departure = Departure()
        let body = GatedBody(bytes: ByteBuffer(bytes: [1, 2, 3]), departure: departure) { await Task.yield() }
        let parts = body.makeAsyncIterator()
        #expect(try await parts.next() == ByteBuffer(bytes: [1, 2, 3]))
        #expect(departure.hasBegun)
        #expect(!departure.hasLeft)
        #expect(!departure.callOff())
        #expect(try await parts.next() == nil)
        #expect(departure.hasLeft)
    }

    @Test func `a body that was called off while it waited does not leave`() async throws {
        let departure = Departure()
        let body = GatedBody(bytes: ByteBuffer(bytes: [1, 2, 3]), departure: departure) {
            #expect(departure.callOff())
        }
        let parts = body.makeAsyncIterator()
        await #expect(throws: CancellationError.self) { try await parts.next() }
        #expect(departure.callOff())
    }
}
