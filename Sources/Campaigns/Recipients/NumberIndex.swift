/// Finds the row of a number, in 14 to 19 bytes a row: a dictionary takes twice as much while it grows.
///
/// Constant time on average. A hash table of rows, whose numbers stand in the order of the rows beside it.
struct NumberIndex {
    /// By row, from 1 on; 0 for rows that were not inserted.
    ///
    /// In pieces, so that growing copies nothing.
    private var numbers: [[UInt64]] = []
    private var lastRow = 0
    /// A power of two of rows, 0 where there is none; a row stands in the first free slot from its hash on.
    private var slots: [UInt32] = Array(repeating: 0, count: 1 << 10)
    private var count = 0
    /// Random, so that no list of numbers makes all of them collide.
    private let seed = UInt64.random(in: .min ... .max)

    private static let pieceSize = 1 << 16

    /// The row that `number`, which is not 0, was inserted with; nil if it was not.
    func row(of number: UInt64) -> Int? {
        var slot = home(of: number)
        while slots[slot] != 0 {
            let row = Int(slots[slot])
            if self[row] == number { return row }
            slot = next(slot)
        }
        return nil
    }

    /// Notes that `number`, which is new, stands in `row`, which is behind all rows so far.
    mutating func insert(_ number: UInt64, row: Int) {
        append(number, row)
        count += 1
        // Fuller tables are slow to search.
        if count > slots.count / 4 * 3 { grow() } else { place(number, row) }
    }

    private mutating func append(_ number: UInt64, _ row: Int) {
        while lastRow < row {
            if lastRow.isMultiple(of: Self.pieceSize) {
                numbers.append([])
                numbers[numbers.count - 1].reserveCapacity(Self.pieceSize)
            }
            lastRow += 1
            numbers[numbers.count - 1].append(lastRow == row ? number : 0)
        }
    }

    private mutating func grow() {
        let size = slots.count * 2
        // The old slots go before the new ones come: the numbers know everything.
        slots = []
        slots = Array(repeating: 0, count: size)
        var row = 0
        for piece in numbers {
            for number in piece {
                row += 1
                if number != 0 { place(number, row) }
            }
        }
    }

    /// Gives a row its slot; its number is new, and need not be compared with others, which lie far apart in memory.
    private mutating func place(_ number: UInt64, _ row: Int) {
        var slot = home(of: number)
        while slots[slot] != 0 { slot = next(slot) }
        slots[slot] = UInt32(clamping: row)
    }

    /// The slot where `number` stands if nothing was there before it.
    private func home(of number: UInt64) -> Int {
        Int(hash(number) >> (64 - UInt64(slots.count.trailingZeroBitCount)))
    }

    private func next(_ slot: Int) -> Int { (slot + 1) & (slots.count - 1) }

    /// Every bit of the number counts (the finaliser of SplitMix64): numbers of a list often follow each other, and a
    /// product alone would put such a list into few places.
    private func hash(_ number: UInt64) -> UInt64 {
        var hash = number &+ seed
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }

    private subscript(row: Int) -> UInt64 {
        let index = row - 1
        return numbers[index / Self.pieceSize][index % Self.pieceSize]
    }
}
