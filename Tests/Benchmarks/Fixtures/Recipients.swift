import SystemPackage

/// A recipients file that is the same every time: about 105 bytes a row, every number different.
struct Recipients {
    private static let names = ["ada", "grace", "linus", "margaret", "barbara", "donald", "edsger", "tony"]
    let count: Int

    /// At most 99,999,999 rows: the digits of a number that follow +49151.
    init(_ count: Int) { self.count = count }

    /// The path of the file, which is written unless it is there.
    func file(in workshop: Workshop) throws -> String {
        let name = "recipients-\(count).csv"
        if !workshop.exists(name) { try write(to: workshop.path(name)) }
        return name
    }

    private func write(to path: FilePath) throws {
        let file = try FileDescriptor.open(
            path, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
        try file.closeAfter {
            var text = "phone,first_name,order_id,delivery_date,tracking_code,image_url\n"
            for row in 1...count {
                text += line(row)
                guard row.isMultiple(of: 10_000) || row == count else { continue }
                try file.writeAll(text.utf8)
                text = ""
            }
        }
    }

    private func line(_ row: Int) -> String {
        let digits = String(row)
        let number = String(repeating: "0", count: 8 - digits.count) + digits
        let month = String(100 + row % 12 + 1).dropFirst()
        let day = String(100 + row % 28 + 1).dropFirst()
        return "+49151\(number),\(Self.names[row % 8]),A-\(number),2026-\(month)-\(day),TRK \(number),"
            + "https://media.example.com/parcels/\(number).jpg\n"
    }
}
