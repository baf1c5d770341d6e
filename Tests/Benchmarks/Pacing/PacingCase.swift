import Campaigns
import NIOConcurrencyHelpers
import NIOCore

/// A cap, and what the server does to those who keep it.
struct PacingCase {
    let cap: Int
    /// Milliseconds until a usual answer.
    let answer: Int
    var disturbance = Disturbance.none

    /// What goes wrong meanwhile.
    enum Disturbance: String, Codable {
        case none = ""
        /// Every hundredth answer takes five seconds.
        case slow = "1 % in 5 s"
        /// The process is stopped for 1.5 seconds.
        case frozen = "frozen 1.5 s"
        /// The server gives no answer for 2 seconds.
        case stalled = "stalled 2 s"
    }

    /// Ten seconds at the cap.
    var messages: Int { cap * 10 + 1 }

    /// Requests that the cap has in flight on average (Little's law).
    var inFlight: Double { Double(cap) * meanAnswer }

    /// Requests that the default allows in flight.
    var concurrency: Int { Rate("\(cap)")?.concurrency ?? 0 }

    /// Seconds.
    private var meanAnswer: Double {
        let usual = Double(answer) / 1000
        return disturbance == .slow ? usual * 0.99 + 5 * 0.01 : usual
    }

    /// How long the request with this number, from 0, waits for its answer.
    func delay() -> @Sendable (Int) -> TimeAmount {
        let usual = TimeAmount.milliseconds(Int64(answer))
        let middle = messages / 2
        let end = NIOLockedValueBox<NIODeadline?>(nil)
        switch disturbance {
        case .none, .frozen: return { _ in usual }
        case .slow: return { $0 % 100 == 50 ? .seconds(5) : usual }
        case .stalled:
            return { number in
                let now = NIODeadline.now()
                if number == middle { end.withLockedValue { $0 = now + .seconds(2) } }
                return max(usual, end.withLockedValue { $0 }.map { $0 - now } ?? .zero)
            }
        }
    }

    static var all: [PacingCase] {
        let caps = [1, 80, 1000, 5000]
        var cases: [PacingCase] = []
        for cap in caps {
            for answer in [0, 50, 500] {
                cases.append(PacingCase(cap: cap, answer: answer))
                cases.append(PacingCase(cap: cap, answer: answer, disturbance: .slow))
            }
            cases.append(PacingCase(cap: cap, answer: 50, disturbance: .frozen))
            cases.append(PacingCase(cap: cap, answer: 50, disturbance: .stalled))
        }
        return cases
    }
}
