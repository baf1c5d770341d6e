import CSV
import Testing

@Suite struct TextEncodingTests {
    static let words: [(String, TextEncoding?)] = [
        ("utf-8", .utf8), ("utf-16", .utf16), ("windows-1252", .windows1252), ("utf8", nil), ("latin1", nil),
    ]

    @Test(arguments: words)
    func `a word names an encoding`(_ word: String, _ encoding: TextEncoding?) {
        #expect(TextEncoding(rawValue: word) == encoding)
    }

    static let texts = [
        "", "a", "a;b\r\n\"é;\"\"\n\";😀\n", "名前,\u{FEFF}x\r👩‍👩‍👧,\u{10FFFF}", "\u{FEFF}a\n", "\u{D7FF}|\u{E000}|\u{FFFF}\n",
    ]

    @Test(arguments: texts, UTF16Order.allCases)
    func `UTF-16 is read like UTF-8 at every chunk size`(_ text: String, _ order: UTF16Order) {
        let expected = Reading([Array("\u{FEFF}\(text)".utf8)])
        let bytes = order.bytes("\u{FEFF}\(text)")
        for size in bytes.chunkSizes {
            for encoding in [nil, TextEncoding.utf16] {
                #expect(Reading(bytes.chunks(of: size), encoding: encoding) == expected, "chunks of \(size)")
            }
        }
    }

    @Test(arguments: texts)
    func `UTF-8 is read where it is given`(_ text: String) {
        let bytes = Array(text.utf8)
        #expect(Reading([bytes], encoding: .utf8) == Reading([bytes]))
    }

    @Test func `windows-1252 has its characters where the standard puts them`() {
        let undefined: [UInt8] = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
        let bytes = (0x80...0xFF).filter { !undefined.contains($0) }
        let characters =
            "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
            + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
        let reading = Reading([Array("a\n".utf8) + bytes], encoding: .windows1252)
        #expect(reading == Reading(rows: [["a"], [characters]], lines: [1, 2]))
    }

    @Test func `windows-1252 is the same at every chunk size`() {
        let bytes: [UInt8] = [0x80, 0x3B, 0x22, 0x0D, 0x0A, 0xE9, 0x22, 0x0D, 0x0A, 0x93, 0x3B, 0x94]
        let expected = Reading(rows: [["€", "\r\né"], ["“", "”"]], lines: [1, 3], delimiter: .semicolon)
        for size in bytes.chunkSizes {
            let reading = Reading(bytes.chunks(of: size), encoding: .windows1252)
            #expect(reading == expected, "chunks of \(size)")
        }
    }

    @Test(arguments: [nil] + TextEncoding.allCases)
    func `a file without bytes has no rows in any encoding`(_ encoding: TextEncoding?) {
        #expect(Reading([], encoding: encoding) == Reading(rows: [], lines: []))
    }

    static let seeds = (0..<20).map { _ in UInt64.random(in: .min ... .max) }

    @Test(arguments: [nil] + TextEncoding.allCases, seeds)
    func `chunks change nothing in any encoding`(_ encoding: TextEncoding?, _ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let bytes = random.encodedBytes()
            let whole = Reading([bytes], encoding: encoding, maximumRowBytes: 12)
            for size in bytes.chunkSizes {
                let reading = Reading(bytes.chunks(of: size), encoding: encoding, maximumRowBytes: 12)
                #expect(reading == whole, "seed \(seed): \(bytes) in chunks of \(size)")
            }
        }
    }
}
