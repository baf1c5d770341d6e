/// Finds one member of a JSON object without taking the object apart.
///
/// Telnyx echoes `whatsapp_message`; decoding and encoding it again would lose the order of keys and the spelling of
/// numbers, so its bytes are cut out instead.
struct TopLevelMember {
    private let bytes: [UInt8]
    private var position = 0

    /// The bytes of the value of the first member called `name`, white space around it included.
    ///
    /// - Parameters:
    ///   - name: spelled without escapes in the object, or it is not found.
    ///   - object: one valid JSON object; anything else gives `nil` or some part of it.
    /// - Complexity: O(*n*) in the bytes up to the end of the value.
    static func value(of name: String, in object: [UInt8]) -> ArraySlice<UInt8>? {
        var search = TopLevelMember(bytes: object)
        search.skip(to: UInt8(ascii: "{"))
        while let key = search.nextKey() {
            search.skip(to: UInt8(ascii: ":"))
            let value = search.nextValue()
            if key.elementsEqual(name.utf8) { return value }
        }
        return nil
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Moves behind the next `byte`, or to the end.
    private mutating func skip(to byte: UInt8) {
        position = bytes[position...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.endIndex
    }

    /// The next string, without its quotes; `nil` at the end.
    private mutating func nextKey() -> ArraySlice<UInt8>? {
        skip(to: UInt8(ascii: "\""))
        let start = position
        skipString()
        return start < position ? bytes[start..<position - 1] : nil
    }

    /// Moves from the inside of a string behind its closing quote.
    private mutating func skipString() {
        while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position = min(position + 1, bytes.endIndex)
    }

    /// Everything up to the comma or brace that ends the member.
    private mutating func nextValue() -> ArraySlice<UInt8> {
        let start = position
        var depth = 0
        while position < bytes.endIndex {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                skipString()
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}") where depth == 0, UInt8(ascii: ",") where depth == 0: return bytes[start..<position]
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            position += 1
        }
        return bytes[start...]
    }
}
