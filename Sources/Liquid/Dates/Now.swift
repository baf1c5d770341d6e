/// The time that `now` and `today` stand for, frozen for a whole campaign; all times are UTC.
package struct Now: Sendable {
    /// As text, such as `2026-07-03 10:00:00 UTC`.
    let time: Value
    /// As text, such as `2026-07-03`.
    let day: Value
    let moment: Moment

    /// Takes the seconds since the beginning of 1970.
    package init(secondsSince1970: Int) {
        moment = Moment(secondsSince1970: secondsSince1970)
        time = .string(moment.formatted("%Y-%m-%d %H:%M:%S UTC"))
        day = .string(moment.formatted("%Y-%m-%d"))
    }
}
