import Testing

@testable import Campaigns

@Suite struct NumberIndexTests {
    /// Enough to grow several times and to fill more than one piece.
    private static let count = 200_000

    @Test(
        arguments: [
            // Consecutive numbers, numbers far apart, and numbers that share their low digits.
            (start: 15_005_550_000, stride: 1), (start: 1_000_000, stride: 4_999_999_993),
            (start: 400_000_000_000_000, stride: 1 << 20),
        ] as [(start: UInt64, stride: UInt64)])
    func `every number is found with its row, and no other`(_ start: UInt64, _ stride: UInt64) {
        var index = NumberIndex()
        // Every third row was not inserted.
        let rows = (1...Self.count).filter { !$0.isMultiple(of: 3) }
        for row in rows { index.insert(start + UInt64(row) * stride, row: row) }
        #expect(rows.allSatisfy { index.row(of: start + UInt64($0) * stride) == $0 })
        let others = (1...Self.count).filter { $0.isMultiple(of: 3) }
        #expect(others.allSatisfy { index.row(of: start + UInt64($0) * stride) == nil })
        #expect(index.row(of: start + UInt64(Self.count + 1) * stride) == nil)
    }

    @Test func `nothing is found in an empty index`() {
        #expect(NumberIndex().row(of: 15_005_550_001) == nil)
    }
}
