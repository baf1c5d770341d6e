import CSV
import Testing

@Suite struct RandomTests {
    static let seeds = (0..<20).map { _ in UInt64.random(in: .min ... .max) }

    @Test(arguments: CSVDelimiter.allCases, seeds)
    func `what is written is read again`(_ delimiter: CSVDelimiter, _ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let rows = random.rows()
        var writer = CSVWriter(delimiter: delimiter)
        for row in rows { writer.write(row) }
        let reading = Reading(random.chunks(of: writer.bytes), delimiter: delimiter)
        #expect(reading.rows == rows, "seed \(seed)")
        #expect(reading.error == nil, "seed \(seed)")
    }

    @Test(arguments: seeds)
    func `chunks change nothing, be the bytes good or bad`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let bytes = random.bytes()
            let whole = Reading([bytes], maximumRowBytes: 12)
            for size in bytes.chunkSizes {
                let reading = Reading(bytes.chunks(of: size), maximumRowBytes: 12)
                #expect(reading == whole, "seed \(seed): \(bytes) in chunks of \(size)")
            }
        }
    }
}
