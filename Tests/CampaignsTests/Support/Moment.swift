/// An instant of a clock that only tests move: a time since its zero.
struct Moment: InstantProtocol, CustomStringConvertible {
    var sinceZero = Duration.zero

    static func seconds(_ seconds: Double) -> Moment {
        Moment(sinceZero: .microseconds(Int((seconds * 1_000_000).rounded())))
    }

    func advanced(by duration: Duration) -> Moment { Moment(sinceZero: sinceZero + duration) }
    func duration(to other: Moment) -> Duration { other.sinceZero - sinceZero }
    static func < (left: Moment, right: Moment) -> Bool { left.sinceZero < right.sinceZero }

    var description: String { "\(sinceZero)" }
}
