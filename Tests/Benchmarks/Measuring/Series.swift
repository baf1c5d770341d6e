/// Several runs of the same thing.
struct Series: Encodable, Equatable {
    private(set) var samples: [Sample] = []

    mutating func append(_ sample: Sample) { samples.append(sample) }

    /// Seconds of a run.
    var wall: Figure { Figure(samples.map(\.wall)) }

    /// How many a second.
    var perSecond: Figure { Figure(samples.map { Double($0.amount) / $0.wall }) }

    /// Microseconds of processor for one.
    var cpuEach: Figure { Figure(samples.map { $0.cpu * 1e6 / Double($0.amount) }) }

    /// Bytes.
    var memory: Figure { Figure(samples.map { Double($0.memory) }) }

    private enum CodingKeys: String, CodingKey {
        case wall, samples
        case perSecond = "per_second"
        case cpuEach = "cpu_microseconds_each"
        case memory = "memory_bytes"
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(wall, forKey: .wall)
        try values.encode(perSecond, forKey: .perSecond)
        try values.encode(cpuEach, forKey: .cpuEach)
        try values.encode(memory, forKey: .memory)
        try values.encode(samples, forKey: .samples)
    }
}
