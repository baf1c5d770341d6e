import CSV
import FuzzDriver

/// Feeds arbitrary bytes to the CSV reader in each encoding: how they are cut changes nothing, encodings of one text
/// give the same rows and errors, and what the writer makes of the rows is read again.
@main
enum CSVFuzz {
    static func main() {
        unsafe runFuzzer { start, count in
            fuzz(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
    }
}

/// The first byte chooses the sizes of chunks and how long a row may be.
private func fuzz(_ input: [UInt8]) {
    guard let choice = input.first else { return }
    let bytes = Array(input.dropFirst())
    let limit = choice.isMultiple(of: 2) ? 16 : 16 << 20
    for encoding in [nil] + TextEncoding.allCases {
        let whole = Reading([bytes], encoding: encoding, maximumRowBytes: limit)
        let cut = Reading(chunks(of: bytes, choice), encoding: encoding, maximumRowBytes: limit)
        precondition(whole == cut, "chunks changed \(whole) into \(cut)")
        writeAndRead(whole, choice)
    }
    compareEncodings(bytes, choice, limit)
}

/// One text is read the same in each encoding that can hold it, errors and their places included.
private func compareEncodings(_ bytes: [UInt8], _ choice: UInt8, _ limit: Int) {
    let text = "\u{FEFF}" + String(decoding: bytes, as: UTF8.self)
    let expected = Reading([Array(text.utf8)], encoding: nil, maximumRowBytes: limit)
    for isBigEndian in [false, true] {
        let units = text.utf16.flatMap { unit in
            let big = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
            return isBigEndian ? big : big.reversed()
        }
        let utf16 = Reading(chunks(of: units, choice), encoding: nil, maximumRowBytes: limit)
        precondition(utf16 == expected, "UTF-16 changed \(expected) into \(utf16)")
    }
    // Bytes that windows-1252 shares with Latin-1, behind a line break so that they are no byte order mark.
    let latin1 = [0x0A] + bytes.filter { $0 < 0x80 || $0 >= 0xA0 }
    let characters = latin1.reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar($1)) }
    let windows1252 = Reading(chunks(of: latin1, choice), encoding: .windows1252, maximumRowBytes: limit)
    let utf8 = Reading([Array(characters.utf8)], encoding: .utf8, maximumRowBytes: limit)
    precondition(windows1252 == utf8, "windows-1252 changed \(utf8) into \(windows1252)")
}

private let formulaStarts = Array("=+-@\t\r\n".utf8)

/// Rows written with any delimiter are read again; plain text comes back unless it was a formula.
private func writeAndRead(_ reading: Reading, _ choice: UInt8) {
    let delimiter = CSVDelimiter.allCases[Int(choice) % CSVDelimiter.allCases.count]
    var writer = CSVWriter(delimiter: delimiter)
    for row in reading.rows {
        for field in row { writer.append(String(decoding: field, as: UTF8.self)) }
        writer.endRow()
    }
    let again = Reading(chunks(of: writer.bytes, choice), delimiter: delimiter, encoding: .utf8)
    // A mark at the beginning of the first field is kept, for it is written in quotes.
    precondition(again.rows == reading.rows && again.error == nil, "\(reading) was written and read as \(again)")
    for field in reading.rows.joined() {
        var writer = CSVWriter()
        writer.append(plainText: String(decoding: field, as: UTF8.self))
        writer.endRow()
        let plain = Reading([writer.bytes], delimiter: .comma).rows.first?.first ?? []
        precondition(plain == field || plain == [UInt8(ascii: "'")] + field, "\(field) became \(plain)")
        precondition(!formulaStarts.contains(plain.first ?? 0), "\(plain) is a formula")
    }
}

/// The bytes in pieces whose sizes follow from `choice`.
private func chunks(of bytes: [UInt8], _ choice: UInt8) -> [[UInt8]] {
    var chunks: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
        let size = 1 + (Int(choice) &+ chunks.count &* Int(choice >> 3)) % 17
        chunks.append(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
    }
    return chunks
}
