/// What one run of a program cost.
struct Sample: Codable, Equatable {
    /// How many rows, messages or starts the run was.
    var amount: Int
    /// Seconds by the clock on the wall.
    var wall: Double
    /// Seconds of all processors together, user and system.
    var cpu: Double
    /// Peak of the resident memory, in bytes.
    var memory: Int
}
